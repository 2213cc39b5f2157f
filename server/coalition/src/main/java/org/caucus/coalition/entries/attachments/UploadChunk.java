package org.caucus.coalition.entries.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** Whether a piece of a file is the one that comes next, or one that came already. */
final class UploadChunk {
  private UploadChunk() {}

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * True if it is here already, false if it comes next.
   *
   * @throws Refusal it is neither, or not what was announced
   */
  static boolean isHere(Upload upload, int number, int length, String hash) {
    if (number >= upload.count()) {
      throw Refusal.invalid(
          "n", Message.of("this-file-has-pieces-numbered-from", "count", upload.count()));
    }
    if (length != upload.length(number)) {
      throw Refusal.invalid(
          "body",
          Message.of(
              "piece-has-bytes-came",
              "piece",
              number,
              "expected",
              upload.length(number),
              "given",
              length));
    }
    if (number > upload.pieces().size()) {
      throw Refusal.conflict(Message.of("piece-comes-next", "piece", upload.pieces().size()));
    }
    boolean here = number < upload.pieces().size();
    if (here && !upload.pieces().get(number).equals(hash)) {
      throw another(number);
    }
    return here;
  }

  static Refusal another(int number) {
    return Refusal.conflict(Message.of("another-piece-came-before-remove-this", "piece", number));
  }
}
