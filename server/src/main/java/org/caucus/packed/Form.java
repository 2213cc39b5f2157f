package org.caucus.packed;

import org.jspecify.annotations.Nullable;

/** How the values of one type are written and read; null is a value of every type. */
interface Form {
  void write(Packer out, @Nullable Object value);

  @Nullable Object read(Unpacker in);
}
