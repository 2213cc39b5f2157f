package org.caucus.entries;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.members.Access;
import org.caucus.members.Audience;
import org.caucus.members.Scope;

/** Decides a new entry. R2 and R3: the audience of what it answers, narrowed if wished. Pure. */
public final class Posting {
  private Posting() {}

  /**
   * The entry, or {@link Refused}.
   *
   * @param id the new entry's id
   * @param parent what it hangs on, with its scope; the author must be able to read it
   */
  public static EntryEvent.EntryPosted decide(
      Access access,
      Entries entries,
      SeatId author,
      String id,
      Ref parent,
      Scope scope,
      Post post) {
    access.mustRead(author, scope);
    access.mustPost(author);
    if (post.text().isBlank() && post.letter() == null && post.attached().isEmpty()) {
      throw Refused.invalid(
          "text", "Write something first; an empty post would only puzzle its readers.");
    }
    mustFit(entries, post.attached());
    Audience audience =
        access.choose(
            author, answered(access, entries, author, parent, scope, post), post.audience());
    return post.by(author, id, parent, audience);
  }

  /**
   * The first entry of something that was made with files; none if there are no files. So a file
   * always hangs on an entry, and is read, narrowed and released as entries are.
   *
   * @param parent what is made, and its scope
   */
  public static Optional<Event> first(
      Entries.Held state, Act act, Ref parent, Scope scope, List<Entry.Attached> files) {
    Post post = Post.web("", null, null).with(files);
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            decide(state.access(), state.entries(), act.by(), act.entry(), parent, scope, post));
  }

  private static void mustFit(Entries entries, List<Entry.Attached> files) {
    long bytes = files.stream().mapToLong(Entry.Attached::size).sum();
    if (files.size() > Post.MAX_FILES) {
      throw Refused.tooLarge(
          "attachments",
          "An entry has at most " + Post.MAX_FILES + " files. Send the rest in another one.");
    }
    if (bytes > Post.MAX_FILES_BYTES) {
      throw Refused.tooLarge(
          "attachments",
          "The files of an entry have at most "
              + mib(Post.MAX_FILES_BYTES)
              + " together. Send some of them in another one.");
    }
    if (entries.attachedBytes() + bytes > Post.MAX_WORKSPACE_BYTES) {
      throw Refused.tooLarge(
          "attachments",
          "The files of a workspace have at most "
              + mib(Post.MAX_WORKSPACE_BYTES)
              + " together, and that many are here.");
    }
    HashSet<String> blobs = new HashSet<>();
    for (Entry.Attached file : files) {
      if (!blobs.add(file.blob()) || entries.isAttached(file.blob())) {
        throw Refused.conflict("One of these files hangs on an entry already. Attach it again.");
      }
    }
  }

  private static String mib(long bytes) {
    return bytes / (1024 * 1024) + " MiB";
  }

  /** The scope a new entry must stay within: that of the entry it answers, else its parent's. */
  private static Scope answered(
      Access access, Entries entries, SeatId author, Ref parent, Scope scope, Post post) {
    if (post.answers() == null) {
      return scope;
    }
    Entry entry =
        entries
            .find(post.answers())
            .filter(e -> e.parent().equals(parent))
            .orElseThrow(
                () -> Refused.invalid("answers", "There is no such entry here to answer."));
    Scope answered = scope.holds(entry.audience(), entry.at());
    if (!access.canRead(author, answered)) {
      throw Refused.invalid("answers", "There is no such entry here to answer.");
    }
    return answered;
  }
}
