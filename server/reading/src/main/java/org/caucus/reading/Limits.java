package org.caucus.reading;

/** What a document may have at most. */
final class Limits {
  /** Octets of a file. */
  static final int FILE = 20 << 20;

  /** Octets of its text in UTF-8. */
  static final int TEXT = 4 << 20;

  /** Pages of a PDF. */
  static final int PAGES = 2000;

  /** Paragraphs. Provisions are fewer; the server counts these. */
  static final int BLOCKS = 60_000;

  /** Tables in tables, lists in lists, content controls in content controls. */
  static final int NESTING = 12;

  /** How many times larger a part of a ZIP file may be than what it is packed in. */
  static final int ZIP_RATIO = 100;

  /** Octets of all parts together that are unpacked. */
  static final long UNPACKED = 64L << 20;

  /** Parts of a ZIP file. */
  static final int PARTS = 5000;

  /** Levels of elements in XML. */
  static final int XML_DEPTH = 400;

  /** Comments that are listed. */
  static final int COMMENTS = 500;

  private Limits() {}
}
