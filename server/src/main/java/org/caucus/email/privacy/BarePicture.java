package org.caucus.email.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A picture without what cameras and programs write into it: place, time, device, author, an
 * earlier form of it in small (Exif 2.32, XMP, IPTC). The picture itself is the same octets; of the
 * Exif of a JPEG the one number stays that says which side is up. One pass over the segments of the
 * file, of which none is unpacked. What stands behind the end of a picture goes.
 */
public final class BarePicture {
  private static final int SEGMENT_HEAD = 4;
  private static final int CHUNK_EXTRA = 12;
  private static final int RIFF_HEAD = 12;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> PNG_WORDS =
      Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME", "caBX", "dSIG");
  private static final Set<String> BOXED =
      Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis");

  private BarePicture() {}

  /** Whether it is of a form out of which nothing can be taken here: HEIC, HEIF, AVIF. */
  public static boolean isClosed(byte[] picture) {
    return picture.length > 12 && at(picture, 4, "ftyp") && BOXED.contains(word(picture, 8));
  }

  /** The same by its type. */
  public static boolean isClosed(String type) {
    return type.startsWith("image/hei") || type.startsWith("image/avif");
  }

  /** The picture without it; empty if this is no picture of a form that is known, or broken. */
  public static Optional<byte[]> of(byte[] picture) {
    try {
      if (picture.length > 3 && picture[0] == (byte) 0xff && picture[1] == (byte) 0xd8) {
        return Optional.of(jpeg(picture));
      }
      if (Arrays.equals(Arrays.copyOf(picture, PNG.length), PNG)) {
        return Optional.of(png(picture));
      }
      return at(picture, 0, "RIFF") && at(picture, 8, "WEBP")
          ? Optional.of(webp(picture))
          : Optional.empty();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty(); // it ends in the midst of something
    }
  }

  private static byte[] jpeg(byte[] in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    out.write(in, 0, 2);
    int at = 2;
    while (true) {
      int marker = in[at + 1] & 0xff;
      if (in[at] != (byte) 0xff) {
        throw new IllegalArgumentException("no marker where one must stand");
      }
      if (marker == 0xd9) {
        out.write(in, at, 2);
        return out.toByteArray();
      }
      int length = 2 + ((in[at + 2] & 0xff) << 8 | (in[at + 3] & 0xff));
      segment(in, at, marker, length, out);
      at += length;
      if (marker == 0xda) {
        int end = scanned(in, at);
        out.write(in, at, end - at);
        at = end;
      }
    }
  }

  private static void segment(
      byte[] in, int at, int marker, int length, ByteArrayOutputStream out) {
    int from = at + SEGMENT_HEAD;
    boolean kept =
        switch (marker) {
          case 0xe0 -> at(in, from, "JFIF");
          case 0xe2 -> at(in, from, "ICC_PROFILE");
          case 0xee -> at(in, from, "Adobe");
          default -> marker < 0xe0 || (marker > 0xef && marker != 0xfe);
        };
    if (kept) {
      out.write(in, at, length);
    } else if (marker == 0xe1 && at(in, from, "Exif\0\0")) {
      out.writeBytes(upright(orientation(in, from + 6, at + length)));
    }
  }

  /** Where coded octets end: at a marker that is no restart. */
  private static int scanned(byte[] in, int from) {
    int at = from;
    while (in[at] != (byte) 0xff
        || in[at + 1] == 0
        || in[at + 1] == (byte) 0xff
        || (in[at + 1] & 0xf8) == 0xd0) {
      at++;
    }
    return at;
  }

  /** Which side is up; 1 is as it stands. */
  private static int orientation(byte[] in, int from, int to) {
    ByteBuffer tiff = ByteBuffer.wrap(in, from, to - from).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int entries = tiff.getInt(4);
    for (int i = 0; i < tiff.getShort(entries); i++) {
      int entry = entries + 2 + i * 12;
      if (tiff.getShort(entry) == 0x0112) {
        return tiff.getShort(entry + 8);
      }
    }
    return 1;
  }

  private static byte[] upright(int orientation) {
    if (orientation <= 1 || orientation > 8) {
      return new byte[0];
    }
    ByteBuffer segment = ByteBuffer.allocate(36);
    segment.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(ISO_8859_1));
    segment.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
    segment.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    return segment.putShort((short) orientation).putShort((short) 0).putInt(0).array();
  }

  private static byte[] png(byte[] in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    out.writeBytes(PNG);
    int at = PNG.length;
    String type = "";
    while (!type.equals("IEND")) {
      int length = Math.addExact(ByteBuffer.wrap(in).getInt(at), CHUNK_EXTRA);
      type = word(in, at + 4);
      if (!PNG_WORDS.contains(type)) {
        out.write(in, at, length);
      }
      at += Math.max(length, CHUNK_EXTRA);
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
      int length = Math.addExact(given.getInt(at + 4), 8);
      length = Math.max(length + (length & 1), 8);
      if (type.equals("VP8X")) {
        in = in.clone();
        in[at + 8] &= ~0x0c; // says that there are Exif and XMP
      }
      if (!type.equals("EXIF") && !type.equals("XMP ")) {
        out.write(in, at, Math.min(length, in.length - at));
      }
      at += length;
    }
    byte[] bare = out.toByteArray();
    ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bare.length - 8);
    return bare;
  }

  private static String word(byte[] in, int at) {
    return new String(in, at, 4, ISO_8859_1);
  }

  private static boolean at(byte[] in, int at, String word) {
    byte[] wanted = word.getBytes(ISO_8859_1);
    return in.length >= at + wanted.length
        && Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
