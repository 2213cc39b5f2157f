package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A JPEG without what stands beside the picture (ITU T.81 annex B). One that is broken off, or
 * broken behind its first scan, is given as far as it can be read; before that it is refused.
 */
final class JpegMetadataStripper {
  private static final int SEGMENT_HEAD = 4;
  private static final int SCAN = 0xda;
  private static final int END = 0xd9;

  private final byte[] in;
  private final ByteArrayOutputStream out;
  private int at = 2;
  private boolean scans;

  private JpegMetadataStripper(byte[] in) {
    this.in = in;
    this.out = new ByteArrayOutputStream(in.length);
  }

  /** The picture alone; fails if there is none. */
  static byte[] of(byte[] picture) {
    return new JpegMetadataStripper(picture).read();
  }

  private byte[] read() {
    out.write(in, 0, 2);
    try {
      while (!ends()) {
        next();
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      if (!scans) {
        throw e;
      }
    }
    return out.toByteArray();
  }

  private boolean ends() {
    if (in[at] != (byte) 0xff) {
      throw new IllegalArgumentException("no marker where one must stand");
    }
    while (in[at + 1] == (byte) 0xff) {
      at++; // fill octets may stand before any marker
    }
    boolean ends = marker() == END;
    if (ends) {
      out.write(in, at, 2);
    }
    return ends;
  }

  private int marker() {
    return in[at + 1] & 0xff;
  }

  private void next() {
    int marker = marker();
    if (marker == 0x01 || (marker & 0xf8) == 0xd0) {
      at += 2; // stands alone, and means nothing here
      return;
    }
    int length = 2 + ((in[at + 2] & 0xff) << 8 | (in[at + 3] & 0xff));
    if (marker < 0xc0 || marker == 0xd8 || length < SEGMENT_HEAD) {
      throw new IllegalArgumentException("no segment");
    }
    segment(marker, length);
    at += length;
    if (marker == SCAN) {
      int end = scanned();
      scans = true;
      out.write(in, at, end - at);
      at = end;
    }
  }

  private void segment(int marker, int length) {
    int from = at + SEGMENT_HEAD;
    boolean kept =
        switch (marker) {
          case 0xe0 -> PictureMetadataStripper.at(in, from, "JFIF");
          case 0xe2 -> PictureMetadataStripper.at(in, from, "ICC_PROFILE");
          case 0xee -> PictureMetadataStripper.at(in, from, "Adobe");
          default -> marker < 0xe0;
        };
    if (kept) {
      out.write(in, at, length);
    } else if (marker == 0xe1 && PictureMetadataStripper.at(in, from, "Exif\0\0")) {
      out.writeBytes(upright(orientation(from + 6, at + length)));
    }
  }

  /** Where coded octets end: at a marker that is no restart, or with the file. */
  private int scanned() {
    for (int i = at; i + 1 < in.length; i++) {
      boolean marks = in[i] == (byte) 0xff && in[i + 1] != 0 && in[i + 1] != (byte) 0xff;
      if (marks && (in[i + 1] & 0xf8) != 0xd0) {
        return i;
      }
    }
    return in.length;
  }

  /** Which side is up; 1 is as it stands, also where that cannot be read. */
  private int orientation(int from, int to) {
    try {
      ByteBuffer tiff = ByteBuffer.wrap(in, from, to - from).slice();
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      return orientation(tiff, tiff.getInt(4));
    } catch (IndexOutOfBoundsException e) {
      return 1;
    }
  }

  private static int orientation(ByteBuffer tiff, int entries) {
    for (int i = 0; i < Short.toUnsignedInt(tiff.getShort(entries)); i++) {
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
}
