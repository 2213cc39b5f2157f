package org.caucus.coalition.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caucus.coalition.actions.Commitment.Answer;
import org.caucus.mail.reply.CourtesyPhrases;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.VisibleLine;

/**
 * An answer by mail to a notice about an action: the first line is one word and nothing else, or
 * one of the few sentences with which people say the same ({@link RsvpPhrases}). With a word that
 * begins with "we" an organisation says whether it takes part, and behind a colon with what and by
 * whom, as far as the next blank line.
 *
 * @param whose whether a person says that they come, or an organisation that it takes part
 * @param note with what and by whom; empty for a person
 * @param alone whether nothing more is said below it: quotes and a signature say nothing more
 */
public record RsvpReply(Whose whose, Answer answer, String note, boolean alone) {
  /** Most characters of a note; what is longer is refused, as in the browser. */
  public static final int MAX_NOTE_CHARS = 2_000;

  /** Whose word it is. */
  public enum Whose {
    PERSON,
    ORGANISATION
  }

  private static final Map<String, Answer> OURS =
      Map.ofEntries(
          Map.entry("we will", Answer.WILL),
          Map.entry("nous participons", Answer.WILL),
          Map.entry("سنشارك", Answer.WILL),
          Map.entry("we may", Answer.MAY),
          Map.entry("nous participerons peut-être", Answer.MAY),
          Map.entry("قد نشارك", Answer.MAY),
          Map.entry("we will not", Answer.WILL_NOT),
          Map.entry("we won't", Answer.WILL_NOT),
          Map.entry("nous ne participons pas", Answer.WILL_NOT),
          Map.entry("لن نشارك", Answer.WILL_NOT));

  /** What people and phones put around a word; a question mark is not one of these. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^[\"'\\u201c\\u201d\\u201e\\u00ab\\u2018*_]{1,4} ?|["
              + " .!,;\\u060c\\u061b\\u3002\\uff01\\u2026\"'\\u201c\\u201d\\u00bb*_~)\\p{So}\\p{Sk}-]{1,12}$");

  /**
   * The first line of a text, below a greeting.
   *
   * @param word in lower case, without marks around it
   * @param alone whether nothing more is said below it
   */
  public record First(String word, boolean alone) {
    /** Of this text; empty if it has no words. */
    public static Optional<First> of(String text) {
      List<String> lines = said(text);
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new First(
                  bare(lines.getFirst()), CourtesyPhrases.isEnd(lines.subList(1, lines.size()))));
    }
  }

  /** What somebody wrote themselves, line by line, below a greeting. */
  private static List<String> said(String text) {
    List<String> lines = new ArrayList<>();
    ReplyText.of(text).lines().map(VisibleLine::line).forEach(lines::add);
    if (lines.size() > 1 && CourtesyPhrases.isGreeting(lines.getFirst())) {
      lines.removeFirst();
    }
    while (!lines.isEmpty() && lines.getFirst().isEmpty()) {
      lines.removeFirst();
    }
    return lines;
  }

  private static String bare(String line) {
    return AROUND.matcher(AROUND.matcher(VisibleLine.plain(line)).replaceAll("")).replaceAll("");
  }

  /** The answer that a text begins with; empty if it begins with anything else. */
  public static Optional<RsvpReply> in(String text) {
    return First.of(text)
        .flatMap(
            first ->
                RsvpPhrases.in(first.word())
                    .map(answer -> new RsvpReply(Whose.PERSON, answer, "", first.alone())))
        .or(() -> ours(text));
  }

  /**
   * Whether a text begins as an answer does, and says more: its author may have meant to give one.
   */
  public static boolean isLike(String text) {
    return in(text).isEmpty()
        && First.of(text).filter(first -> RsvpPhrases.isBegun(first.word())).isPresent();
  }

  /** An organisation's word. A note goes on until a blank line: mail programs break lines. */
  private static Optional<RsvpReply> ours(String text) {
    List<String> lines = said(text);
    String first = lines.isEmpty() ? "" : lines.getFirst().replace('\uff1a', ':');
    int colon = first.indexOf(':');
    Answer answer = OURS.get(bare(colon < 0 ? first : first.substring(0, colon)));
    if (answer == null) {
      return Optional.empty();
    }
    int to = colon < 0 ? 1 : end(lines);
    String note =
        colon < 0 ? "" : String.join(" ", lines.subList(0, to)).substring(colon + 1).strip();
    boolean alone = CourtesyPhrases.isEnd(lines.subList(to, lines.size()));
    return Optional.of(new RsvpReply(Whose.ORGANISATION, answer, note, alone));
  }

  /** Where what belongs to the first line ends. */
  private static int end(List<String> lines) {
    int end = 1;
    while (end < lines.size()
        && !lines.get(end).isEmpty()
        && !CourtesyPhrases.isEnd(lines.subList(end, lines.size()))) {
      end++;
    }
    return end;
  }
}
