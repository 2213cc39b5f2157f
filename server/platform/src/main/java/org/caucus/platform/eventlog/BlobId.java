package org.caucus.platform.eventlog;

import org.caucus.kernel.RandomIds;

/**
 * The name of one blob.
 *
 * @param value an {@link RandomIds} id
 */
public record BlobId(String value) {
  /** Checks the form. */
  public BlobId {
    if (!RandomIds.isId(value)) {
      throw new IllegalArgumentException("not a blob id");
    }
  }

  /** A new one that nobody can guess. */
  public static BlobId random() {
    return new BlobId(RandomIds.random());
  }

  @Override
  public String toString() {
    return value;
  }
}
