package org.caucus.lists.mail;

/**
 * How the letters of a list look.
 *
 * @param tag what stands in subjects, such as {@code [COP]}; empty for none
 * @param answers where answers to all go
 * @param footer what stands below plain letters; empty for none
 */
public record Style(String tag, Answers answers, String footer) {
  /** Most characters of a tag. */
  public static final int MAX_TAG_CHARS = 30;

  /** Most characters of a footer. */
  public static final int MAX_FOOTER_CHARS = 500;

  /** Of a list nobody changed. */
  public static final Style USUAL = new Style("", Answers.AS_WRITTEN, "");

  /** Where the Reply-To of a list's letters leads. */
  public enum Answers {
    /** As the letter says; what was written in the browser to the list. */
    AS_WRITTEN,
    /** To the list. */
    LIST,
    /** To whoever wrote it. */
    AUTHOR
  }
}
