package org.caucus.platform.spill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that may lie outside the heap, so that memory follows what is read and not what was ever
 * said. Equal to any of the same characters, wherever they lie.
 */
public final class StoredText {
  /** Texts of fewer characters stay in the heap: what points to them would take as much. */
  public static final int SHORT_CHARS = 300;

  private static final StoredText EMPTY = new StoredText("");

  private final int hash;

  /** Either a string or the {@link Spill.Segment} in which it lies. */
  private volatile Object text;

  /** Where it lies there; set before the segment is. */
  private int at;

  private int length;

  private StoredText(String text) {
    this.text = text;
    this.hash = text.hashCode();
  }

  /** This text, in the heap as yet. */
  @JsonCreator
  public static StoredText of(String text) {
    return text.isEmpty() ? EMPTY : new StoredText(text);
  }

  /** As {@link #of}; null for null. */
  public static @Nullable StoredText ofNullable(@Nullable String text) {
    return text == null ? null : of(text);
  }

  /**
   * Takes it out of the heap if it is long and lies there.
   *
   * @return the octets it has in the log, as JSON, if it lies outside the heap now; else 0
   */
  public long spill() {
    return spill(Spill.own());
  }

  long spill(Spill into) {
    return spill(into, SHORT_CHARS);
  }

  long spill(Spill into, int longChars) {
    if (!(text instanceof String here)) {
      return length;
    }
    if (here.length() < longChars) {
      return 0;
    }
    byte[] octets = here.getBytes(UTF_8);
    // a surrogate without its other half is no UTF-8, and is kept as it is
    if (here.equals(new String(octets, UTF_8))) {
      into.put(octets, this);
    }
    return isInHeap() ? 0 : octets.length + escapes(octets);
  }

  /** How many more octets they have as JSON. */
  private static long escapes(byte[] octets) {
    long more = 0;
    for (byte octet : octets) {
      if (octet == '"' || octet == '\\' || octet == '\n') {
        more++;
      }
    }
    return more;
  }

  /** It lies there now. */
  void liesIn(Spill.Segment segment, int from, int octets) {
    at = from;
    length = octets;
    text = segment;
  }

  /** Whether it takes its length in the heap. */
  boolean isInHeap() {
    return text instanceof String;
  }

  /** Its characters. */
  @Override
  @JsonValue
  public String toString() {
    Object held = text;
    if (held instanceof String here) {
      return here;
    }
    String read = new String(((Spill.Segment) held).octets(at, length), UTF_8);
    if (read.hashCode() != hash) {
      throw new IllegalStateException("a text came back from the disk changed");
    }
    return read;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof StoredText t
            && hash == t.hash
            && Objects.equals(toString(), t.toString()));
  }
}
