package org.caucus.platform.eventlog.archive;

/**
 * One piece of an archive.
 *
 * @param bytes not copied, so leave them as they are
 */
@SuppressWarnings("ArrayRecordComponent") // read once and gone
public record ArchivePart(Kind kind, byte[] bytes) {
  /** Largest part, in bytes: a record, or a chunk of a letter, is smaller. */
  public static final int LIMIT_BYTES = 8 * 1024 * 1024;

  /** What it is. The letters are in every archive there is, so they stay what they are. */
  public enum Kind {
    /** First: JSON, what this is an archive of. */
    HEAD('H'),
    /** One record of the log: the link as it is sealed there. In order, from the first. */
    RECORD('R'),
    /** JSON: one person who has or had a seat. */
    PERSON('P'),
    /** A letter begins: its id. */
    BLOB('B'),
    /** More of that letter. */
    CHUNK('C'),
    /** That letter is whole: the SHA-256 of it. */
    BLOB_END('E'),
    /** That letter was never finished, and is to be forgotten. */
    BLOB_GIVEN_UP('X'),
    /** Last: JSON, how many of each and hashes over them. */
    MANIFEST('M');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }
}
