package org.caucus.coalition.mailcommands.replies;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.actions.RsvpReply;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What a letter orders that says one word and nothing else, in answer to what was told of an issue,
 * an update or an action. An answer in a thread is a post, whatever it says: its notice is the post
 * itself.
 */
public final class ReplyCommand {
  private static final Set<Ref.Kind> TOLD =
      Set.of(Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  private static final Map<String, ThreadPreference> WISHES =
      Map.ofEntries(
          Map.entry("follow", ThreadPreference.FOLLOW),
          Map.entry("suivre", ThreadPreference.FOLLOW),
          Map.entry("متابعة", ThreadPreference.FOLLOW),
          Map.entry("mute", ThreadPreference.MUTE),
          Map.entry("ignorer", ThreadPreference.MUTE),
          Map.entry("كتم", ThreadPreference.MUTE),
          Map.entry(
              "stop",
              ThreadPreference.MUTE), // what people write to any notice that they want no more of
          Map.entry("unsubscribe", ThreadPreference.MUTE),
          Map.entry("désabonner", ThreadPreference.MUTE),
          Map.entry("إيقاف", ThreadPreference.MUTE),
          Map.entry("إلغاء الاشتراك", ThreadPreference.MUTE),
          Map.entry("unmute", ThreadPreference.USUAL),
          Map.entry("unfollow", ThreadPreference.USUAL),
          Map.entry("rétablir", ThreadPreference.USUAL),
          Map.entry("إلغاء الكتم", ThreadPreference.USUAL),
          Map.entry("إلغاء المتابعة", ThreadPreference.USUAL));

  /** That one's organisation has read an update. */
  private static final Set<String> READ = Set.of("read", "lu", "قرأنا");

  /** That its author is in a conversation no more. */
  private static final Set<String> LEAVE = Set.of("leave", "quitter", "مغادرة");

  private ReplyCommand() {}

  /** What a letter wants to hear of the thing it answers; empty if it says anything else. */
  public static Optional<ThreadPreference> wish(Ref parent, String text) {
    return TOLD.contains(parent.kind()) ? wish(text) : Optional.empty();
  }

  /** What a letter wants to hear that is one word, whatever it answers. */
  public static Optional<ThreadPreference> wish(String text) {
    return word(text).flatMap(word -> Optional.ofNullable(WISHES.get(word)));
  }

  /** Whether a letter says for its author's organisation that it has read the update it answers. */
  public static boolean hasRead(Ref parent, String text) {
    return parent.kind() == Ref.Kind.UPDATE && word(text).filter(READ::contains).isPresent();
  }

  /** Whether a letter in a conversation leaves it, and says nothing else. */
  public static boolean isLeaving(String text) {
    return word(text).filter(LEAVE::contains).isPresent();
  }

  private static Optional<String> word(String text) {
    return RsvpReply.First.of(text).filter(RsvpReply.First::alone).map(RsvpReply.First::word);
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
            && RsvpReply.in(text).filter(w -> w.alone() && w.note().isEmpty()).isPresent());
  }
}
