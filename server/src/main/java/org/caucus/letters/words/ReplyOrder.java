package org.caucus.letters.words;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caucus.actions.presence.ReplyWord;
import org.caucus.command.Ref;
import org.caucus.wishes.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What a letter orders that says one word and nothing else, in answer to what was told of an issue,
 * an update or an action. An answer in a thread is a post, whatever it says: its notice is the post
 * itself.
 */
public final class ReplyOrder {
  private static final Set<Ref.Kind> TOLD =
      Set.of(Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  private static final Map<String, Wish> WISHES =
      Map.ofEntries(
          Map.entry("follow", Wish.FOLLOW),
          Map.entry("suivre", Wish.FOLLOW),
          Map.entry("متابعة", Wish.FOLLOW),
          Map.entry("mute", Wish.MUTE),
          Map.entry("ignorer", Wish.MUTE),
          Map.entry("كتم", Wish.MUTE),
          Map.entry("stop", Wish.MUTE), // what people write to any notice that they want no more of
          Map.entry("unsubscribe", Wish.MUTE),
          Map.entry("désabonner", Wish.MUTE),
          Map.entry("إيقاف", Wish.MUTE),
          Map.entry("إلغاء الاشتراك", Wish.MUTE),
          Map.entry("unmute", Wish.USUAL),
          Map.entry("unfollow", Wish.USUAL),
          Map.entry("rétablir", Wish.USUAL),
          Map.entry("إلغاء الكتم", Wish.USUAL),
          Map.entry("إلغاء المتابعة", Wish.USUAL));

  /** That one's organisation has read an update. */
  private static final Set<String> READ = Set.of("read", "lu", "قرأنا");

  private ReplyOrder() {}

  /** What a letter wants to hear of the thing it answers; empty if it says anything else. */
  public static Optional<Wish> wish(Ref parent, String text) {
    return TOLD.contains(parent.kind())
        ? word(text).flatMap(word -> Optional.ofNullable(WISHES.get(word)))
        : Optional.empty();
  }

  /** Whether a letter says for its author's organisation that it has read the update it answers. */
  public static boolean hasRead(Ref parent, String text) {
    return parent.kind() == Ref.Kind.UPDATE && word(text).filter(READ::contains).isPresent();
  }

  private static Optional<String> word(String text) {
    return ReplyWord.First.of(text).filter(ReplyWord.First::alone).map(ReplyWord.First::word);
  }

  /**
   * Whether a letter is nothing but such a word, that something was read, whether its author comes
   * or their organisation takes part: then nobody reads it, and nobody need be asked first. A note
   * is read.
   *
   * @param answers the entry it answers; null for the thing itself
   */
  public static boolean isAll(Ref parent, @Nullable String answers, String text) {
    return wish(parent, text).isPresent()
        || hasRead(parent, text)
        || (parent.kind() == Ref.Kind.ACTION
            && answers == null
            && ReplyWord.in(text).filter(w -> w.alone() && w.note().isEmpty()).isPresent());
  }
}
