package org.caucus.coalition.access.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.caucus.coalition.entries.attachments.PictureSize;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.privacy.PictureMetadataStripper;

/**
 * What a member can be shown by: a small square PNG, JPEG or WebP that does not move. The browser
 * cuts one out of any picture; who sends another by the API is told what is wrong. Nothing of it is
 * unpacked here.
 */
final class PictureRules {
  /** Longest picture, in bytes: a face on a weak line. */
  static final int MAX_BYTES = 32 * 1024;

  /** Widest picture, in pixels. */
  static final int MAX_SIDE = 512;

  /** Narrowest picture, in pixels. */
  static final int MIN_SIDE = 32;

  private static final int KIB = 1024;
  private static final int HEAD = 256;

  /** Where a WebP of the extended form says what is in it, and that it moves (RFC 9649, 2.7). */
  private static final int WEBP_FLAGS = 20;

  private static final int WEBP_MOVES = 0x02;

  private PictureRules() {}

  /**
   * What is kept of it: the picture without what a camera or a program wrote into it.
   *
   * @throws Refusal it cannot be one, and why
   */
  static byte[] kept(byte[] picture) {
    type(picture);
    if (picture.length > MAX_BYTES) {
      throw Refusal.tooLarge(
          "picture",
          Message.of(
              "profile-picture-too-large",
              "limit",
              MAX_BYTES / KIB,
              "given",
              Math.ceilDiv(picture.length, KIB)));
    }
    byte[] bare =
        PictureMetadataStripper.of(picture)
            .orElseThrow(() -> refused(Message.of("profile-picture-unreadable")));
    PictureSize size =
        PictureSize.of(bare).orElseThrow(() -> refused(Message.of("profile-picture-unreadable")));
    if (size.width() != size.height() || size.width() > MAX_SIDE || size.width() < MIN_SIDE) {
      throw refused(
          Message.of(
              "profile-picture-size",
              "width",
              size.width(),
              "height",
              size.height(),
              "limit",
              MAX_SIDE));
    }
    if (isMoving(bare)) {
      throw refused(Message.of("profile-picture-moves"));
    }
    return bare;
  }

  /**
   * What it is, by its first bytes.
   *
   * @throws Refusal it is nothing that members are shown by
   */
  static String type(byte[] picture) {
    String head = new String(picture, 0, Math.min(picture.length, HEAD), ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    }
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return "image/webp";
    }
    if (isDrawing(picture)) {
      throw refused(Message.of("profile-picture-svg"));
    }
    throw refused(Message.of("profile-picture-kind"));
  }

  /** An SVG is a program: it could ask another server for something. */
  private static boolean isDrawing(byte[] picture) {
    String head = new String(picture, 0, Math.min(picture.length, HEAD), UTF_8);
    String lower = head.toLowerCase(Locale.ROOT);
    return lower.contains("<svg") || lower.contains("<?xml") || lower.contains("<!doctype svg");
  }

  /** A PNG says so before its first pixels. */
  private static boolean isMoving(byte[] bare) {
    String all = new String(bare, ISO_8859_1);
    if (all.startsWith("RIFF")) {
      return all.startsWith("VP8X", 12) && (bare[WEBP_FLAGS] & WEBP_MOVES) != 0;
    }
    int pixels = all.indexOf("IDAT");
    int moves = all.indexOf("acTL");
    return all.startsWith("\u0089PNG") && moves >= 0 && moves < pixels;
  }

  private static Refusal refused(Message why) {
    return Refusal.invalid("picture", why);
  }
}
