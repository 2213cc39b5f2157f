package org.caucus.platform.serialization;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link Packer} wrote, part by part in order. For one thread at a time. Bytes that no
 * packer wrote end in a {@link RuntimeException}.
 */
public final class Unpacker {
  private final @Nullable String[] places = new String[Packer.PLACES];
  private final @Nullable Object[] seen = new Object[Packer.PLACES];
  private byte[] bytes = new byte[0];
  private int at;

  /**
   * Goes on with the next part.
   *
   * @param limitBytes most bytes it may unpack to
   */
  public void part(byte[] part, int limitBytes) {
    int size = ByteBuffer.wrap(part).getInt();
    if (size < 0 || size > limitBytes) {
      throw new IllegalArgumentException(
          "a part of " + size + " bytes; the limit is " + limitBytes);
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(part, Integer.BYTES, part.length - Integer.BYTES);
      byte[] plain = new byte[size];
      int inflated = 0;
      while (inflated < size) {
        int more = inflater.inflate(plain, inflated, size - inflated);
        if (more == 0) {
          throw new IllegalArgumentException("a part ends early");
        }
        inflated += more;
      }
      bytes = plain;
      at = 0;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a part is damaged", e);
    } finally {
      inflater.end();
    }
  }

  /** Whether the part has another value. */
  public boolean more() {
    return at < bytes.length;
  }

  /** Reads one value. */
  public <T> T take(Schema<T> shape) {
    return shape.read(this);
  }

  long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  /** A number of things that are still to come in this part, so never more than its bytes. */
  int count() {
    long count = number();
    if (count > bytes.length) {
      throw new IllegalArgumentException("a part counts more than it holds");
    }
    return (int) count;
  }

  /** A number that is never more than this, whatever the part holds. */
  int atMost(int most) {
    long number = number();
    if (number < 0 || number > most) {
      throw new IllegalArgumentException("a part names what there is not");
    }
    return (int) number;
  }

  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  @Nullable String text() {
    int number = (int) number();
    if (number == Packer.NULL) {
      return null;
    }
    if (number >= Packer.FIRST_PLACE) {
      return Objects.requireNonNull(places[number - Packer.FIRST_PLACE]);
    }
    int size = count();
    String text = new String(bytes, at, size, StandardCharsets.UTF_8);
    at += size;
    if (text.length() <= Packer.SHORT_CHARS) {
      places[Packer.place(text)] = text;
    }
    return text;
  }

  /** The same value as before, if it was read before not long ago: many share few. */
  Object same(Object value) {
    int hash = value.hashCode();
    int place = (hash ^ (hash >>> 16)) & (Packer.PLACES - 1);
    Object before = seen[place];
    if (before != null && before.equals(value)) {
      return before;
    }
    seen[place] = value;
    return value;
  }
}
