package org.caucus.views.files;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a file stands in an order, and what a page goes on from: it says only what its reader read
 * in the row, and stays where it is when that row goes.
 */
record FilePosition(Instant at, long size, int n, String entry, String key) {
  private static final int PARTS = 5;

  /** The newest first; those of one instant, as letters of an archive are, always in one order. */
  private static final Comparator<FilePosition> NEWEST =
      Comparator.comparing(FilePosition::at)
          .reversed()
          .thenComparing(FilePosition::entry)
          .thenComparingInt(FilePosition::n);

  /** In what order files come. */
  enum Sort {
    NEWEST(FilePosition.NEWEST),
    NAME(Comparator.comparing(FilePosition::key).thenComparing(FilePosition.NEWEST)),
    SIZE(
        Comparator.comparingLong(FilePosition::size).reversed().thenComparing(FilePosition.NEWEST));

    @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
    private final Comparator<FilePosition> order;

    Sort(Comparator<FilePosition> order) {
      this.order = order;
    }

    Comparator<FilePosition> order() {
      return order;
    }
  }

  /** As a page gives it out. */
  String write() {
    String text = at + "|" + size + "|" + n + "|" + entry + "|" + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a page gave out; empty if none did. */
  static Optional<FilePosition> read(String written) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
      String[] parts = text.split("\\|", PARTS);
      return parts.length < PARTS
          ? Optional.empty()
          : Optional.of(
              new FilePosition(
                  Instant.parse(parts[0]),
                  Long.parseLong(parts[1]),
                  Integer.parseInt(parts[2]),
                  parts[3],
                  parts[4]));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
