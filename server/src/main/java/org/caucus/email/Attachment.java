package org.caucus.email;

/**
 * A part of a letter that is offered as a file.
 *
 * @param path where it stands in the letter, child numbers from 1 joined by dots as in IMAP: {@code
 *     2.1}
 * @param fileName a name without path, control characters or reserved ones; invented from the type
 *     when there is none
 * @param type the declared content type, lower case, such as {@code application/pdf}
 * @param size octets after the transfer encoding is undone
 */
public record Attachment(String path, String fileName, String type, long size) {
  /**
   * The part's octets out of the letter it was found in, transfer encoding undone; empty when it is
   * not there.
   */
  public byte[] contentIn(byte[] letter) {
    return contentIn(RawLetter.of(letter));
  }

  /** The same, out of a letter whose header block is already known. */
  public byte[] contentIn(RawLetter letter) {
    return LetterParser.contentAt(letter, path);
  }
}
