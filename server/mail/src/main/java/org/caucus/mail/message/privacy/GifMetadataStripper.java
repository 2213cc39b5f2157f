package org.caucus.mail.message.privacy;

import java.io.ByteArrayOutputStream;

/**
 * A GIF without comments and without what programs write into it but its colours and how often it
 * is shown (GIF89a).
 */
final class GifMetadataStripper {
  private static final int HEAD = 13;
  private static final int IMAGE = 0x2c;
  private static final int EXTENSION = 0x21;
  private static final int END = 0x3b;

  private final byte[] in;
  private final ByteArrayOutputStream out;

  private GifMetadataStripper(byte[] in) {
    this.in = in;
    this.out = new ByteArrayOutputStream(in.length);
  }

  /** The picture alone; fails if it cannot be read to its end. */
  static byte[] of(byte[] picture) {
    return new GifMetadataStripper(picture).read();
  }

  private byte[] read() {
    int at = HEAD + table(in[10]);
    out.write(in, 0, at);
    while (in[at] != END) {
      int end = end(at);
      if (in[at] == IMAGE || isKept(at)) {
        out.write(in, at, end - at);
      }
      at = end;
    }
    out.write(END);
    return out.toByteArray();
  }

  private int end(int at) {
    return switch (in[at]) {
      case IMAGE -> blocks(at + 11 + table(in[at + 9]));
      case EXTENSION -> blocks(at + 2);
      default -> throw new IllegalArgumentException("no block");
    };
  }

  /** Octets of a table of colours, as the octet before it says. */
  private static int table(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private int blocks(int from) {
    int at = from;
    while (in[at] != 0) {
      at += 1 + (in[at] & 0xff);
    }
    return at + 1;
  }

  private boolean isKept(int at) {
    return switch (in[at + 1] & 0xff) {
      case 0xf9, 0x01 -> true; // how a frame is shown; words that are drawn
      case 0xff -> repeats(at + 3) || PictureMetadataStripper.at(in, at + 3, "ICCRGBG1012");
      default -> false;
    };
  }

  private boolean repeats(int at) {
    return PictureMetadataStripper.at(in, at, "NETSCAPE2.0")
        || PictureMetadataStripper.at(in, at, "ANIMEXTS1.0");
  }
}
