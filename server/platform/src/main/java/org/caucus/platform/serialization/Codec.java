package org.caucus.platform.serialization;

import org.jspecify.annotations.Nullable;

/** How the values of one type are written and read; null is a value of every type. */
interface Codec {
  void write(Packer out, @Nullable Object value);

  @Nullable Object read(Unpacker in);

  /** Whether there are texts in such values that may lie outside the heap. */
  default boolean holdsTexts() {
    return false;
  }

  /** Takes those that are long out of the heap; how many octets they would have in the log. */
  default long spill(@Nullable Object value) {
    return 0;
  }
}
