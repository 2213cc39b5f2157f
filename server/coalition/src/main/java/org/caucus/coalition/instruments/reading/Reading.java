package org.caucus.coalition.instruments.reading;

import org.caucus.coalition.instruments.cutting.TextOfRecord;

/**
 * What came of reading a document.
 *
 * @param title as the document says it; its first line where it says none
 * @param language as the document says it, a BCP 47 tag; empty where it says none
 * @param sha256 of the text of record in UTF-8, hexadecimal
 */
public record Reading(
    Format format, TextOfRecord text, String title, String language, String sha256) {
  /** Formats that are read. */
  public enum Format {
    DOCX,
    PDF,
    HTML,
    MARKDOWN,
    AKN,
    TEXT
  }
}
