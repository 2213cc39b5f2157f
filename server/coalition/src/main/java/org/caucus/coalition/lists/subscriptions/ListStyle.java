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
 * @param files which files go along with its letters; null, as in older logs, for the usual
 * @param edits whether readers by mail are told of edits and deletions; null, as in older logs, if
 *     they are not
 */
public record ListStyle(
    String tag,
    Answers answers,
    String footer,
    @JsonInclude(JsonInclude.Include.NON_NULL) MailContent.@Nullable Waits waits,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Files files,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Edits edits) {
  /** Kilobytes of the largest file that goes along, where nobody chose: what any host takes. */
  public static final int USUAL_FILES_KB = 5_120;

  /** Most characters of a tag. */
  public static final int MAX_TAG_CHARS = 30;

  /** Most characters of a footer. */
  public static final int MAX_FOOTER_CHARS = 500;

  /** Of a list nobody changed. */
  public static final ListStyle USUAL = new ListStyle("", Answers.LIST, "", null, null, null);

  /** One that says nothing of waiting. */
  public ListStyle(String tag, Answers answers, String footer) {
    this(tag, answers, footer, null);
  }

  /** One with the usual files. */
  public ListStyle(String tag, Answers answers, String footer, MailContent.@Nullable Waits waits) {
    this(tag, answers, footer, waits, null, null);
  }

  /** One that tells of no edits. */
  public ListStyle(
      String tag,
      Answers answers,
      String footer,
      MailContent.@Nullable Waits waits,
      @Nullable Files files) {
    this(tag, answers, footer, waits, files, null);
  }

  /**
   * Which files go along.
   *
   * @param kb kilobytes of the largest; larger ones are links. 0 if all go along
   */
  public record Files(int kb) {}

  /** Kilobytes of the largest file that goes along; 0 if all do. */
  public int mostFilesKb() {
    return files == null ? USUAL_FILES_KB : files.kb();
  }

  /** Octets of the largest file that goes along. */
  public long mostFileBytes() {
    return mostFilesKb() == 0 ? Long.MAX_VALUE : 1024L * mostFilesKb();
  }

  /** Whether a reply goes to the person who wrote the letter, and not to the list. */
  public boolean toAuthor() {
    return answers == Answers.AUTHOR;
  }

  /** Whether readers by mail are told that a message which they have was edited or deleted. */
  public boolean tellsEdits() {
    return edits == Edits.NEXT;
  }

  /** When readers by mail hear of an edit or a deletion of a message that they have. */
  public enum Edits {
    /** In the next notification. */
    NEXT,
    /** Not by mail: the page says it. */
    NONE
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
