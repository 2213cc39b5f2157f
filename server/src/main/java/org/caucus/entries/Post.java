package org.caucus.entries;

import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say.
 *
 * @param answers the entry it answers, or null
 * @param audience the narrower audience wished, or null for that of what it answers
 * @param letter the letter it came by; null when written in the browser
 */
public record Post(
    String text, @Nullable String answers, @Nullable Audience audience, @Nullable Letter letter) {
  /** Most characters of an entry's text; longer letters are kept whole and shown cut. */
  public static final int MAX_TEXT_CHARS = 100_000;

  /** Written in the browser. */
  public static Post web(String text, @Nullable String answers, @Nullable Audience audience) {
    return new Post(text, answers, audience, null);
  }

  /** How it was said. */
  public Via via() {
    return letter == null ? Via.WEB : Via.MAIL;
  }

  EntryEvent.EntryPosted by(SeatId seat, String id, Ref parent, Audience chosen) {
    return new EntryEvent.EntryPosted(id, parent, answers, seat, chosen, text, via(), letter);
  }
}
