package org.caucus.operator.migration.workspace;

/** Is told how far a long work is, often. */
@FunctionalInterface
public interface ProgressListener {
  /** For the person who does not want to know. */
  ProgressListener SILENT = (records, letters, bytes) -> {};

  /** So many records, letters, and bytes of letters are done. */
  void at(long records, long letters, long bytes);
}
