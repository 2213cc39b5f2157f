package org.caucus.email;

import java.util.Map;

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

  /**
   * A part as text.
   *
   * @param text in the charset it declares
   * @param parameters of its content type, by name in lower case
   * @param whole whether all of it was read
   */
  public record Text(String text, Map<String, String> parameters, boolean whole) {
    /** A copy that nobody else can change. */
    public Text {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * The part as text, out of the letter it was found in; no words when it is not there.
   *
   * @param octets how many of it are read at most, transfer encoding undone
   */
  public Text textIn(RawLetter letter, int octets) {
    return LetterParser.walked(letter, part -> part.path().equals(path), octets)
        .find(path)
        .map(part -> new Text(part.asText(), part.parameters(), size <= octets))
        .orElse(new Text("", Map.of(), true));
  }
}
