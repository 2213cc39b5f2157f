package org.caucus.platform.serialization;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other. For one thread. */
public final class Packer {
  /** Strings up to this many characters are written once and then pointed at. */
  static final int SHORT_CHARS = 40;

  /** Places for strings that may be pointed at; a newer one takes the place of an older. */
  static final int PLACES = 1 << 16;

  static final int NULL = 0;
  static final int NEW = 1;
  static final int FIRST_PLACE = 2;

  private static final int BLOCK_BYTES = 64 * 1024;

  private final @Nullable String[] places = new String[PLACES];
  private byte[] bytes = new byte[BLOCK_BYTES];
  private int size;

  /** The place of a short string, the same for writer and reader. */
  static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }

  /** Writes one value. */
  public <T> void put(Schema<T> shape, T value) {
    shape.write(this, value);
  }

  /** Bytes written and not yet given out. */
  public int size() {
    return size;
  }

  /**
   * Gives out what was written since the last time, compressed. Quickest rather than smallest: the
   * time it takes is spent beside a room at work.
   */
  public byte[] part() {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes, 0, size);
      deflater.finish();
      ByteArrayOutputStream part = new ByteArrayOutputStream(size / 2 + BLOCK_BYTES);
      part.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(size).array());
      byte[] block = new byte[BLOCK_BYTES];
      while (!deflater.finished()) {
        part.write(block, 0, deflater.deflate(block));
      }
      size = 0;
      return part.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  /** A number that is not negative, small ones in few bytes. */
  void number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Any number, those near zero in few bytes. */
  void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  void text(@Nullable String text) {
    if (text == null) {
      number(NULL);
      return;
    }
    if (text.length() <= SHORT_CHARS) {
      int place = place(text);
      if (text.equals(places[place])) {
        number(FIRST_PLACE + place);
        return;
      }
      places[place] = text;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(NEW);
    number(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }
}
