package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A picture without what cameras and programs write into it: place, time, device, author, an
 * earlier form of it in small (Exif 2.32, XMP, IPTC). The picture itself is the same octets; of the
 * Exif of a JPEG the one number stays that says which side is up. One pass over the segments of the
 * file, of which none is unpacked. Only parts that are known to make the picture stay, and what
 * stands behind its end goes.
 */
public final class PictureMetadataStripper {
  private static final int CHUNK_EXTRA = 12;
  private static final int RIFF_HEAD = 12;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> PNG_KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
          "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");
  private static final Set<String> WEBP_KEPT =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
  private static final byte[] MATROSKA = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
  private static final Set<String> MP4 = Set.of("audio/mp4", "application/mp4", "audio/x-m4a");
  private static final Set<String> TIFF = Set.of("II*\0", "MM\0*", "II+\0", "MM\0+");

  private PictureMetadataStripper() {}

  /**
   * Whether nothing can be taken out of it here: TIFF, Matroska, WebM, AVI, and what begins as a
   * picture or film does and cannot be read.
   */
  public static boolean isClosed(byte[] picture) {
    return isSealed(picture) || (isKnown(picture) && of(picture).isEmpty());
  }

  /** Whether a file of this type is looked at: pictures, films, and sound in the form of films. */
  public static boolean isOne(String type) {
    return type.startsWith("image/")
        || type.startsWith("video/")
        || type.equals("application/x-matroska")
        || MP4.contains(type);
  }

  /** Whether this type is one out of which nothing can be taken. */
  public static boolean isClosed(String type) {
    return type.startsWith("image/tiff");
  }

  private static boolean isSealed(byte[] picture) {
    return (picture.length > 4 && TIFF.contains(word(picture, 0)))
        || Arrays.equals(Arrays.copyOf(picture, MATROSKA.length), MATROSKA)
        || (at(picture, 0, "RIFF") && at(picture, 8, "AVI "));
  }

  private static boolean isKnown(byte[] picture) {
    return BareBoxes.isBoxed(picture)
        || isJpeg(picture)
        || isPng(picture)
        || isWebp(picture)
        || at(picture, 0, "GIF8");
  }

  private static boolean isJpeg(byte[] picture) {
    return picture.length > 3 && picture[0] == (byte) 0xff && picture[1] == (byte) 0xd8;
  }

  private static boolean isPng(byte[] picture) {
    return Arrays.equals(Arrays.copyOf(picture, PNG.length), PNG);
  }

  private static boolean isWebp(byte[] picture) {
    return at(picture, 0, "RIFF") && at(picture, 8, "WEBP");
  }

  /** The picture without it; empty if this is no picture of a form that is known, or broken. */
  public static Optional<byte[]> of(byte[] picture) {
    try {
      return Optional.ofNullable(bare(picture));
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      return Optional.empty(); // it ends in the midst of something
    }
  }

  private static byte @Nullable [] bare(byte[] picture) {
    if (isJpeg(picture)) {
      return JpegMetadataStripper.of(picture);
    }
    if (BareBoxes.isBoxed(picture)) {
      return BareBoxes.of(picture).orElse(null);
    }
    if (isPng(picture)) {
      return png(picture);
    }
    return isWebp(picture)
        ? webp(picture)
        : at(picture, 0, "GIF8") ? GifMetadataStripper.of(picture) : null;
  }

  private static byte[] png(byte[] in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    out.writeBytes(PNG);
    int at = PNG.length;
    String type = "";
    while (!type.equals("IEND")) {
      int length = Math.addExact(content(ByteBuffer.wrap(in).getInt(at)), CHUNK_EXTRA);
      type = word(in, at + 4);
      if (PNG_KEPT.contains(type)) {
        out.write(in, at, length);
      }
      at = Math.addExact(at, length);
    }
    return out.toByteArray();
  }

  private static byte[] webp(byte[] in) {
    ByteBuffer given = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    out.write(in, 0, RIFF_HEAD);
    int end = Math.min(in.length, given.getInt(4) + 8);
    for (int at = RIFF_HEAD; at + 8 <= end; ) {
      String type = word(in, at);
      int length = Math.addExact(content(given.getInt(at + 4)), 8);
      length = Math.addExact(length, length & 1);
      if (type.equals("VP8X")) {
        in = in.clone();
        in[at + 8] &= ~0x0c; // says that there are Exif and XMP
      }
      if (WEBP_KEPT.contains(type)) {
        out.write(in, at, Math.min(length, in.length - at));
      }
      at = Math.addExact(at, length);
    }
    byte[] bare = out.toByteArray();
    ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bare.length - 8);
    return bare;
  }

  /** How long what follows says that it is. */
  private static int content(int length) {
    if (length < 0) {
      throw new IllegalArgumentException("longer than any picture");
    }
    return length;
  }

  private static String word(byte[] in, int at) {
    return new String(in, at, 4, ISO_8859_1);
  }

  static boolean at(byte[] in, int at, String word) {
    byte[] wanted = word.getBytes(ISO_8859_1);
    return in.length >= at + wanted.length
        && Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
