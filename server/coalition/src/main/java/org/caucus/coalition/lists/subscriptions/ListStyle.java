package org.caucus.coalition.lists.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.caucus.coalition.lists.MailContent;
import org.jspecify.annotations.Nullable;

/**
 * How the letters of a list look.
 *
 * @param tag what stands in subjects, such as {@code [COP]}; empty for none
 * @param answers where a reply goes
 * @param footer what stands below plain letters; empty for none
 * @param waits which letters of a post wait while it can be taken back; null if they wait as those
 *     of the workspace do
 */
public record ListStyle(
    String tag,
    Answers answers,
    String footer,
    @JsonInclude(JsonInclude.Include.NON_NULL) MailContent.@Nullable Waits waits) {
  /** Most characters of a tag. */
  public static final int MAX_TAG_CHARS = 30;

  /** Most characters of a footer. */
  public static final int MAX_FOOTER_CHARS = 500;

  /** Of a list nobody changed. */
  public static final ListStyle USUAL = new ListStyle("", Answers.LIST, "", null);

  /** One that says nothing of waiting. */
  public ListStyle(String tag, Answers answers, String footer) {
    this(tag, answers, footer, null);
  }

  /** Whether a reply goes to the person who wrote the letter, and not to the list. */
  public boolean toAuthor() {
    return answers == Answers.AUTHOR;
  }

  /** Where the Reply-To of a list's letters leads. */
  public enum Answers {
    /** Of logs from before there were two ways; read as {@link #LIST}. */
    AS_WRITTEN,
    /** To the list. */
    LIST,
    /** To the person who wrote it. */
    AUTHOR
  }
}
