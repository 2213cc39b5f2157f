package org.caucus.coalition.instruments.reading;

import io.vertx.core.Future;

/** Reads documents: Word, PDF, HTML, Markdown, Akoma Ntoso, plain text. */
public interface DocumentReader {
  /** How tracked changes of a Word file are read. */
  enum Tracked {
    /** Without what was inserted, with what was deleted. */
    AS_IT_WAS,
    /** As if all were accepted. */
    AS_IT_WOULD_BE
  }

  /**
   * Reads a document.
   *
   * @param fileName whose ending says the format
   * @return fails with a {@link org.caucus.kernel.Refusal} whose words say why it is not read;
   *     nothing of the file is kept
   */
  Future<Reading> read(byte[] bytes, String fileName, Tracked tracked);
}
