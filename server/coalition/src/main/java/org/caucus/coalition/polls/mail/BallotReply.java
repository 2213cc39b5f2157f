package org.caucus.coalition.polls.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.polls.BallotValue;
import org.caucus.coalition.polls.Poll;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.SaidLines;
import org.caucus.mail.reply.VisibleLine;

/**
 * An answer to a poll by mail: the first line that its author wrote, below a greeting, and what
 * they say with it, behind a colon or below. Quotes and signatures are no part of it. If a second
 * line could be an answer too, nothing is counted and its author is asked.
 *
 * @param reason what is said with it; may be empty
 */
public record BallotReply(BallotValue value, String reason) {
  private static final int MAX_LINES = 400;

  /** What people and phones put around an answer. */
  private static final Pattern AROUND =
      Pattern.compile(
          "^[\\s\"'\u201c\u201d\u201e\u00ab*_(]{1,4}|[\\s.!,;)\u060c\u061b\u2026\"'\u201d\u00bb*_]{1,6}$");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:(?:option|choice|choix|الخيار|خيار) )?([A-Za-z]{1,2}|[0-9]{1,2})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MARK =
      Pattern.compile("([A-Za-z]{1,2}|[0-9]{1,2}) ?[=:.)]? ?([\\p{L}-]+|[0-9]{1,3})");
  private static final Pattern BETWEEN = Pattern.compile(" ?[,;\u060c\u061b] ?");
  private static final Pattern COLON = Pattern.compile("[:\\uff1a]");
  private static final Pattern BEFORE = Pattern.compile(" ?> ?");
  private static final Pattern VOWELS = Pattern.compile("[\\u064b-\\u0652\\u0640]");

  /** What a text answers; empty if it is no answer, or could be more than one. */
  public static Optional<BallotReply> in(Poll.Question asked, String text) {
    List<String> lines = SaidLines.of(ReplyText.of(text).lines().limit(MAX_LINES).toList());
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Optional<Start> start = start(asked, lines);
    int from = start.map(Start::lines).orElse(0);
    List<String> rest = lines.subList(from, lines.size());
    boolean isOther = rest.stream().anyMatch(line -> first(asked, line).isPresent());
    return start
        .filter(s -> !isOther)
        .map(s -> new BallotReply(s.value(), reason(s.reason(), rest)));
  }

  /** An answer that a letter begins with. */
  private record Start(BallotValue value, String reason, int lines) {}

  private static String reason(String behind, List<String> below) {
    return (behind + "\n" + String.join("\n", below)).strip();
  }

  /** Scores and times may stand on several lines. */
  private static Optional<Start> start(Poll.Question asked, List<String> lines) {
    boolean isList = asked.kind() == Poll.Kind.SCORE || asked.kind() == Poll.Kind.TIME;
    List<BallotValue.Mark> marks = new ArrayList<>();
    int taken = 0;
    while (isList && taken < lines.size()) {
      Optional<Start> line = first(asked, lines.get(taken));
      if (line.isEmpty()) {
        break;
      }
      marks.addAll(line.get().value().marks());
      taken++;
    }
    if (!isList) {
      return first(asked, lines.getFirst());
    }
    return taken == 0
        ? Optional.empty()
        : Optional.of(new Start(BallotValue.marks(marks), "", taken));
  }

  private static Optional<Start> first(Poll.Question asked, String line) {
    String plain = plain(line);
    return switch (asked.kind()) {
      case CONSENT -> stance(plain, behind(line));
      case CHOICE -> choice(asked, plain, behind(line));
      case RANKED -> ranking(asked, bare(plain)).map(v -> new Start(v, "", 1));
      case SCORE, TIME -> marks(asked, bare(plain)).map(v -> new Start(v, "", 1));
    };
  }

  /** Behind a colon it has its reason; who agrees with one has a concern. */
  private static Optional<Start> stance(String line, String reason) {
    String words = bare(before(line)).toLowerCase(Locale.ROOT);
    return StanceWords.stance(words)
        .map(
            stance ->
                stance == BallotValue.Stance.AGREE && !reason.isEmpty()
                    ? BallotValue.Stance.AGREE_WITH_CONCERN
                    : stance)
        .map(stance -> new Start(BallotValue.of(stance), reason, 1));
  }

  private static Optional<Start> choice(Poll.Question asked, String line, String reason) {
    Optional<String> byLabel = label(asked, bare(before(line)));
    Optional<String> byText = byText(asked, bare(line));
    boolean isOne = byLabel.isEmpty() || byText.isEmpty() || byLabel.equals(byText);
    return byLabel
        .or(() -> byText)
        .filter(label -> isOne)
        .map(label -> new Start(BallotValue.of(List.of(label)), reason, 1));
  }

  private static String before(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? line : line.substring(0, colon);
  }

  /** What stands behind a colon, as it was written. */
  private static String behind(String line) {
    Matcher colon = COLON.matcher(line);
    return colon.find() ? line.substring(colon.end()).strip() : "";
  }

  private static Optional<String> label(Poll.Question asked, String named) {
    Matcher label = LABEL.matcher(named);
    return label.matches()
        ? asked.option(label.group(1)).map(Poll.Option::label)
        : Optional.empty();
  }

  /** By its own words, whole, if no other option has them. */
  private static Optional<String> byText(Poll.Question asked, String words) {
    List<String> found =
        asked.options().stream()
            .filter(o -> bare(plain(o.text())).equalsIgnoreCase(words) && !words.isEmpty())
            .map(Poll.Option::label)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Optional<BallotValue> ranking(Poll.Question asked, String line) {
    List<Optional<String>> labels =
        Arrays.stream(BEFORE.split(line, -1)).map(part -> label(asked, bare(part))).toList();
    List<String> all = labels.stream().flatMap(Optional::stream).toList();
    return all.size() == labels.size() && isEachOnce(all)
        ? Optional.of(BallotValue.of(all))
        : Optional.empty();
  }

  private static boolean isEachOnce(List<String> labels) {
    return labels.stream().distinct().count() == labels.size();
  }

  private static Optional<BallotValue> marks(Poll.Question asked, String line) {
    List<Optional<BallotValue.Mark>> marks =
        Arrays.stream(BETWEEN.split(line, -1)).map(part -> mark(asked, part)).toList();
    List<BallotValue.Mark> all = marks.stream().flatMap(Optional::stream).toList();
    return all.size() == marks.size() && isEachOnce(BallotValue.marks(all).options())
        ? Optional.of(BallotValue.marks(all))
        : Optional.empty();
  }

  private static Optional<BallotValue.Mark> mark(Poll.Question asked, String part) {
    Matcher mark = MARK.matcher(part);
    if (!mark.matches()) {
      return Optional.empty();
    }
    Optional<String> label = asked.option(mark.group(1)).map(Poll.Option::label);
    Optional<Integer> value = value(asked.kind(), mark.group(2).toLowerCase(Locale.ROOT));
    return label.flatMap(l -> value.map(v -> new BallotValue.Mark(l, v)));
  }

  private static Optional<Integer> value(Poll.Kind kind, String word) {
    if (kind == Poll.Kind.TIME) {
      return StanceWords.suits(word);
    }
    return word.length() == 1 && word.charAt(0) >= '0' && word.charAt(0) <= '5'
        ? Optional.of(word.charAt(0) - '0')
        : Optional.empty();
  }

  /** One form for signs that look alike, and for digits; vowel signs of Arabic are left out. */
  private static String plain(String line) {
    String same = Normalizer.normalize(VisibleLine.line(line), Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder();
    same.codePoints().map(BallotReply::alike).forEach(out::appendCodePoint);
    return VOWELS.matcher(out).replaceAll("").replaceAll("\\s+", " ").strip();
  }

  private static int alike(int c) {
    if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
      return '0' + Character.digit(c, 10);
    }
    return switch (c) {
      case '\u2019', '\u2018', '\u02bc' -> '\'';
      case '\u2010', '\u2011' -> '-';
      case '\u203a', '\u227b', '\u2192' -> '>';
      case '\u00a0', '\u202f' -> ' ';
      default -> c;
    };
  }

  private static String bare(String line) {
    String bare = AROUND.matcher(line).replaceAll("");
    return AROUND.matcher(bare).replaceAll("").strip();
  }
}
