package org.caucus.coalition.instruments.reading;

import io.vertx.core.Future;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** Reads documents: Word, PDF, HTML, Markdown, Akoma Ntoso, plain text. */
public interface DocumentReader {
  /** Bytes of a file, at most. */
  int MAX_BYTES = 20 << 20;

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
   * @return fails with a {@link Refusal} whose words say why it is not read; nothing of the file is
   *     kept
   */
  Future<Reading> read(byte[] bytes, String fileName, Tracked tracked);

  /** Refuses a file of more than {@link #MAX_BYTES}. */
  static Refusal tooLarge() {
    return Refusal.tooLarge("file", Message.of("document-is-too-large", "limit", MAX_BYTES >> 20));
  }
}
