package org.caucus.coalition.polls.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.reply.VisibleLine;

/**
 * The list of options in a letter: lines below each other that begin with a hyphen, a star, a dot,
 * or a number or letter with a mark behind it.
 *
 * @param options what they say
 * @param rest the words without them
 * @param isOne whether there is at most one such list
 */
record OptionLines(List<String> options, String rest, boolean isOne) {
  /** Of a longer letter no more lines are looked at. */
  private static final int MOST_LINES = 2_000;

  private static final Pattern LINE =
      Pattern.compile(
          "\\s{0,8}(?:[-*\\u2022\\u2013\\u2014\\u25e6\\u2043]|(?:\\p{Nd}{1,2}|\\p{L})[.)\\uff09])\\s{1,4}(.{1,4000})");

  /** A line that a mail program broke off the one above. */
  private static final Pattern GOES_ON = Pattern.compile("[ \\t]{2,12}\\S.*");

  static OptionLines of(String text) {
    List<String> lines = text.lines().limit(MOST_LINES).toList();
    List<String> options = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    boolean isOver = false;
    boolean isOne = true;
    boolean isOption = false;
    for (String line : lines) {
      Matcher option = LINE.matcher(VisibleLine.inline(line));
      boolean goesOn = isOption && GOES_ON.matcher(line).matches();
      isOption = option.matches() || goesOn;
      if (goesOn && !option.matches()) {
        options.add(options.removeLast() + " " + line.strip());
      } else if (isOption) {
        isOne &= !isOver;
        options.add(option.group(1).strip());
      } else {
        isOver |= !options.isEmpty() && !line.isBlank();
        rest.add(line);
      }
    }
    return new OptionLines(List.copyOf(options), text(rest), isOne);
  }

  /** Without the blank lines that stood around the list. */
  private static String text(List<String> lines) {
    return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
  }
}
