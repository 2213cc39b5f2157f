package org.caucus.coalition.mailcommands.headers;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caucus.mail.reply.CourtesyPhrases;
import org.caucus.mail.reply.ReplyText;

/**
 * Lines of an answer that look as if they asked for something, and were posted as words: the person
 * who wrote them may believe that they were obeyed.
 *
 * @param keys as they were written
 */
public record IgnoredLines(List<String> keys) {
  /** Of a longer answer no more lines are looked at. */
  private static final int MOST_LINES = 20;

  /** A copy that nobody else can change. */
  public IgnoredLines {
    keys = List.copyOf(keys);
  }

  /**
   * Those at its beginning, below a greeting if there is one.
   *
   * @param text as it was posted
   * @param known what such lines can be of
   * @param obeyed whether a line would have been obeyed as the first of all
   */
  public static IgnoredLines in(String text, HeaderKeys known, Predicate<CommandLine> obeyed) {
    List<String> own =
        ReplyText.of(text).lines().filter(line -> !line.isBlank()).limit(MOST_LINES).toList();
    boolean greeted = !own.isEmpty() && CourtesyPhrases.isGreeting(own.getFirst());
    List<CommandLine> lines =
        HeaderBlock.of(
                String.join("\n", own.subList(greeted ? 1 : 0, own.size())), known, MOST_LINES)
            .lines();
    boolean were =
        !greeted
            && !lines.isEmpty()
            && known.has().test(lines.getFirst().key())
            && obeyed.test(lines.getFirst());
    return new IgnoredLines(
        were ? List.of() : lines.stream().map(CommandLine::key).distinct().toList());
  }

  /** In one line, with something between them. */
  public String joined(String comma) {
    return keys.stream().collect(Collectors.joining(comma));
  }
}
