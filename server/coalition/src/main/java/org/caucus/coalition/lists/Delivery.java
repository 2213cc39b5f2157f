package org.caucus.coalition.lists;

/** How a seat gets the mail of a list, or the notices of its workspace. */
public enum Delivery {
  /** Each post as it comes. */
  EACH,
  /** Many posts in one letter of plain text (RFC 1153). */
  DIGEST,
  /** Many posts in one letter, each whole (RFC 2046 section 5.1.5). */
  MIME_DIGEST,
  /** Once a day who wrote about what, with links. */
  SUMMARY,
  /** Only what a convenor marks as a special notice. */
  SPECIAL,
  /** None; everything stays readable in the browser. */
  NONE;

  /** Whether posts are gathered. */
  public boolean gathers() {
    return this == DIGEST || this == MIME_DIGEST || this == SUMMARY;
  }
}
