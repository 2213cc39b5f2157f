package org.caucus.coalition.entries;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Decides a new entry. R2 and R3: the audience of what it answers, narrowed if wished. Pure. */
public final class Posting {
  private Posting() {}

  /**
   * The entry, or {@link Refusal}.
   *
   * @param id the new entry's id
   * @param parent what it hangs on, with its scope; the author must be able to read it
   */
  public static EntryEvent.EntryPosted decide(
      Entries.Held state, SeatId author, String id, Ref parent, Scope scope, Post post) {
    EntryEvent.EntryPosted entry = said(state, author, id, parent, scope, post);
    mustFit(state, author, List.of(), post.attached());
    return entry;
  }

  /**
   * The first entry of something that was made with files; none if there are no files. So a file
   * always hangs on an entry, and is read, narrowed and released as entries are.
   *
   * @param parent what is made, and its scope
   */
  public static Optional<Event> first(
      Entries.Held state, CommandContext act, Ref parent, Scope scope, List<Entry.Attached> files) {
    Optional<Event> entry = carried(state, act.by(), act.entry(), parent, scope, files);
    mustFit(state, act.by(), List.of(), files);
    return entry;
  }

  /**
   * The same with files that were taken before, by what this is made of: whether they fit was asked
   * then.
   */
  public static Optional<Event> carried(
      Entries.Held state,
      SeatId author,
      String id,
      Ref parent,
      Scope scope,
      List<Entry.Attached> files) {
    Post post = Post.web("", null, null).with(files);
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(said(state, author, id, parent, scope, post));
  }

  private static EntryEvent.EntryPosted said(
      Entries.Held state, SeatId author, String id, Ref parent, Scope scope, Post post) {
    Access access = state.access();
    access.mustRead(author, scope);
    access.mustPost(author);
    if (post.text().isBlank() && post.letter() == null && post.attached().isEmpty()) {
      throw Refusal.invalid("text", Message.of("write-something-first-an-empty-post"));
    }
    Audience audience =
        access.choose(author, answered(state, author, parent, scope, post), post.audience());
    return post.by(author, id, parent, audience);
  }

  /**
   * Demands that files can go along. A letter's are as many as it has: it was taken in with them.
   * How much is here is counted as far as the person who sends them can read it (R8).
   *
   * @param kept those that are there already, and stay
   * @param added those that come
   */
  public static void mustFit(
      Entries.Held state, SeatId author, List<Entry.Attached> kept, List<Entry.Attached> added) {
    List<Entry.Attached> sent = sent(kept);
    List<Entry.Attached> more = sent(added);
    long bytes = bytes(more);
    if (sent.size() + more.size() > Post.MAX_FILES) {
      throw Refusal.tooLarge(
          "attachments", Message.of("an-entry-has-at-most-files", "limit", Post.MAX_FILES));
    }
    if (bytes(sent) + bytes > Post.MAX_FILES_BYTES) {
      throw Refusal.tooLarge(
          "attachments",
          Message.of("the-files-of-an-entry-have", "limit", megabytes(Post.MAX_FILES_BYTES)));
    }
    if (bytes > 0 && state.takenBytes(author) + bytes > Post.MAX_WORKSPACE_BYTES) {
      throw Refusal.tooLarge(
          "attachments",
          Message.of(
              "the-files-of-a-workspace-have", "limit", megabytes(Post.MAX_WORKSPACE_BYTES)));
    }
    Set<String> files = kept.stream().map(Entry.Attached::key).collect(Collectors.toSet());
    mustBeFree(state, new HashSet<>(files), added);
  }

  private static void mustBeFree(
      Entries.Held state, Set<String> files, List<Entry.Attached> added) {
    for (Entry.Attached file : added) {
      if (!files.add(file.key()) || state.isTaken(file.key())) {
        throw Refusal.conflict(Message.of("one-of-these-files-hangs-on"));
      }
    }
  }

  private static List<Entry.Attached> sent(List<Entry.Attached> files) {
    return files.stream().filter(f -> !f.isOfLetter()).toList();
  }

  private static long bytes(List<Entry.Attached> files) {
    return files.stream().mapToLong(Entry.Attached::size).sum();
  }

  private static Message megabytes(long bytes) {
    return Message.of("part.megabytes", "count", bytes / (1024 * 1024));
  }

  /** The scope a new entry must stay within: that of the entry it answers, else its parent's. */
  private static Scope answered(
      Entries.Held state, SeatId author, Ref parent, Scope scope, Post post) {
    if (post.answers() == null) {
      return scope;
    }
    Entry entry =
        state
            .entries()
            .find(post.answers())
            .filter(e -> e.parent().equals(parent))
            .orElseThrow(
                () -> Refusal.invalid("answers", Message.of("there-is-no-such-entry-here")));
    if (!state.access().canRead(author, scope.holds(entry.audience(), entry.at()))) {
      throw Refusal.invalid("answers", Message.of("there-is-no-such-entry-here"));
    }
    return answering(state.access(), scope, entry);
  }

  /**
   * Where an answer to an entry stands: with its readers, of those whom something new reaches
   * there. Who left a conversation reads what was said until then, and no answer to it.
   *
   * @param place where something new stands in what the entry hangs on
   */
  public static Scope answering(Access access, Scope place, Entry entry) {
    return place.holds(access.meet(entry.audience(), place.audience()), entry.at());
  }
}
