package org.caucus.mail.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * One letter of a box, or a file in it that is not read.
 *
 * @param octets as its sender's system wrote them, or as the box has them; null if it is larger
 *     than {@link LetterArchive#MAX_LETTER_OCTETS}, and was passed over
 * @param line the line that parts it from the letter before it in an mbox, without its end; null
 *     elsewhere
 * @param place the file in the box that it is; empty where a box is one file. Of what is not read
 *     also why
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record ArchivedLetter(
    byte @Nullable [] octets, @Nullable String line, String place, Kept kept) {
  /** What the box says of it. */
  public enum Kept {
    /** It was sent, or came. */
    AS_LETTER,
    /** Somebody was writing it. */
    AS_DRAFT,
    /** The person who had it threw it away, or had it sorted out as junk. */
    AS_TRASH,
    /** It is no letter, or a link. */
    UNREAD
  }

  /** A letter of which the box says no more. */
  public ArchivedLetter(byte @Nullable [] octets, @Nullable String line) {
    this(octets, line, "", Kept.AS_LETTER);
  }

  /** A file or a folder that is not read; without a place, all there is from here on. */
  static ArchivedLetter unread(String place, String why) {
    return new ArchivedLetter(null, null, place.isEmpty() ? why : place + ": " + why, Kept.UNREAD);
  }

  /** The same, without its octets. */
  public ArchivedLetter without() {
    return new ArchivedLetter(null, line, place, kept);
  }
}
