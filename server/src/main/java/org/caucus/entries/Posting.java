package org.caucus.entries;

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
    if (post.text().isBlank() && post.letter() == null) {
      throw Refused.invalid(
          "text", "Write something first; an empty post would only puzzle its readers.");
    }
    Audience audience =
        access.choose(
            author, answered(access, entries, author, parent, scope, post), post.audience());
    return post.by(author, id, parent, audience);
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
