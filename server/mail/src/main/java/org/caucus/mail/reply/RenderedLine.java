package org.caucus.mail.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as it is shown where marks of Markdown are read: what a mail program quotes of a page is
 * not what its author typed.
 */
public final class RenderedLine {
  /** A picture of the message: its words and its name are shown. */
  private static final Pattern PICTURE =
      Pattern.compile(
          "(?i)!\\[([^\\[\\]]{0,500}+)\\]\\(<?([^/\\\\:<>()]{1,260}+)(?<=\\.(?:png|jpe?g|gif|webp))>?\\)");

  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\[\\]]{1,500}+)\\]\\([^(\\s)]{1,2000}+\\)");

  /** What programs put behind the words of a link, and what our pages do. */
  private static final Pattern TARGET =
      Pattern.compile(
          " ?[<\\[](?:https?|mailto):[^<>\\[\\]\\s]{1,2000}+[>\\]](?:"
              + " \\([\\p{Alnum}.@+-]{1,300}+\\))?");

  private static final Pattern HEADING = Pattern.compile("^#{1,6}+ +");
  private static final Pattern BULLET = Pattern.compile("^[-*+\u2022\u00b7\u25aa\u2023\u25e6] +");
  private static final Pattern MARKS =
      Pattern.compile("\\*+|_{2,}|~~|`+|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  private RenderedLine() {}

  /** The line without marks, as {@link VisibleLine} has it. */
  public static String of(String line) {
    String seen =
        PICTURE
            .matcher(line)
            .replaceAll(
                p ->
                    Matcher.quoteReplacement(
                        p.group(1).isBlank()
                            ? "[" + p.group(2) + "]"
                            : "[" + p.group(1).strip() + ": " + p.group(2) + "]"));
    String words = TARGET.matcher(LINK.matcher(seen).replaceAll("$1")).replaceAll("");
    words = BULLET.matcher(HEADING.matcher(words).replaceAll("")).replaceAll("- ");
    return MARKS.matcher(words).replaceAll("").strip();
  }
}
