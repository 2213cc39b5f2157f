package org.caucus.coalition.entries.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/**
 * How wide and high a picture is shown, as the head of the file says; nothing of it is unpacked. A
 * page keeps its place by this before it is there. Only of kinds that every browser shows, and only
 * of those it can unpack without harm: what has more points is a file like any other.
 *
 * @param width in points, with the picture upright
 * @param height in points
 */
public record PictureSize(int width, int height) {
  /** Most points of a picture that pages show: four octets each while it is shown. */
  public static final int MAX_POINTS = 50_000_000;

  private static final int MAX_SIDE = 16_384;
  private static final int MAX_SEGMENTS = 500;
  private static final int ORIENTATION = 0x0112;
  private static final Set<String> KNOWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  /** Whether a file of this type may be one. */
  static boolean isKnown(String type) {
    return KNOWN.contains(type);
  }

  /** By its first octets; empty if it is no such picture, is broken or has too many points. */
  public static Optional<PictureSize> of(byte[] beginning) {
    try {
      return read(ByteBuffer.wrap(beginning)).filter(PictureSize::isShown);
    } catch (IndexOutOfBoundsException brokenOff) {
      return Optional.empty();
    }
  }

  private boolean isShown() {
    return width > 0
        && height > 0
        && width <= MAX_SIDE
        && height <= MAX_SIDE
        && (long) width * height <= MAX_POINTS;
  }

  private static Optional<PictureSize> read(ByteBuffer in) {
    if (in.getLong(0) == 0x89504e470d0a1a0aL && at(in, 12, "IHDR")) {
      return size(in.getInt(16), in.getInt(20));
    }
    if (at(in, 0, "GIF87a") || at(in, 0, "GIF89a")) {
      ByteBuffer little = in.order(ByteOrder.LITTLE_ENDIAN);
      return size(Short.toUnsignedInt(little.getShort(6)), Short.toUnsignedInt(little.getShort(8)));
    }
    if (at(in, 0, "RIFF") && at(in, 8, "WEBP")) {
      return webp(in.order(ByteOrder.LITTLE_ENDIAN));
    }
    return Short.toUnsignedInt(in.getShort(0)) == 0xffd8 ? jpeg(in) : Optional.empty();
  }

  private static Optional<PictureSize> size(int width, int height) {
    return Optional.of(new PictureSize(width, height));
  }

  private static boolean at(ByteBuffer in, int from, String word) {
    byte[] wanted = word.getBytes(ISO_8859_1);
    for (int i = 0; i < wanted.length; i++) {
      if (in.get(from + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** RFC 9649, sections 2.5 to 2.7. */
  private static Optional<PictureSize> webp(ByteBuffer in) {
    if (at(in, 12, "VP8 ")) {
      return size(in.getShort(26) & 0x3fff, in.getShort(28) & 0x3fff);
    }
    if (at(in, 12, "VP8L")) {
      int bits = in.getInt(21);
      return size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    return at(in, 12, "VP8X") ? size(three(in, 24) + 1, three(in, 27) + 1) : Optional.empty();
  }

  private static int three(ByteBuffer in, int from) {
    return (in.get(from) & 0xff) | (in.get(from + 1) & 0xff) << 8 | (in.get(from + 2) & 0xff) << 16;
  }

  /** ITU T.81, annex B: segments up to the one that begins the frame. */
  private static Optional<PictureSize> jpeg(ByteBuffer in) {
    int at = 2;
    boolean turned = false;
    for (int i = 0; i < MAX_SEGMENTS; i++) {
      int marker = Short.toUnsignedInt(in.getShort(at));
      int length = Short.toUnsignedInt(in.getShort(at + 2));
      if (marker == 0xffe1 && at(in, at + 4, "Exif")) {
        turned = isTurned(in.slice(at + 10, Math.max(0, length - 8)));
      }
      if (isFrame(marker)) {
        int height = Short.toUnsignedInt(in.getShort(at + 5));
        int width = Short.toUnsignedInt(in.getShort(at + 7));
        return turned ? size(height, width) : size(width, height);
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xffc0
        && marker <= 0xffcf
        && marker != 0xffc4
        && marker != 0xffc8
        && marker != 0xffcc;
  }

  /** Whether the camera was held on its side (Exif 2.32, section 4.6.4, orientation 5 to 8). */
  private static boolean isTurned(ByteBuffer tiff) {
    try {
      tiff.order(at(tiff, 0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int first = tiff.getInt(4);
      int count = Short.toUnsignedInt(tiff.getShort(first));
      for (int i = 0; i < count; i++) {
        int entry = first + 2 + i * 12;
        if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
          return Short.toUnsignedInt(tiff.getShort(entry + 8)) >= 5;
        }
      }
    } catch (IndexOutOfBoundsException broken) {
      return false; // it is shown as it lies
    }
    return false;
  }
}
