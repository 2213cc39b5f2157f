package org.caucus.messaging.inbound.pipeline.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.platform.eventlog.Tickets;

/**
 * The word of an answer, and what it says besides. A word counts where somebody wrote it on
 * purpose: alone, or with its code, in the subject with its code, or on the first line that is no
 * quote. A quoted question has words and code as well, and decides nothing.
 *
 * @param code that stands beside the word, in lower case; empty if it stands elsewhere
 * @param note what is written below the word
 */
record ModerationDecision(Word word, String code, String note) {
  /** Lines that are looked at. */
  private static final int MAX_LINES = 2_000;

  private static final String QUOTE = ">";

  private static final Map<String, Word> WORDS = words();

  private static Map<String, Word> words() {
    Map<String, List<String>> heard = PhraseFile.of("decisions");
    Map<String, Word> all = new HashMap<>();
    for (Word word : Word.values()) {
      Objects.requireNonNull(heard.get(word.name().toLowerCase(Locale.ROOT)))
          .forEach(said -> all.put(said, word));
    }
    return Map.copyOf(all);
  }

  /** What is decided. */
  enum Word {
    APPROVE,
    REJECT,
    DISCARD,
    WITHDRAW,
    /** I wrote it. */
    YES,
    /** I did not. */
    NO
  }

  /**
   * The decision in a letter; empty if there is none, or two that differ.
   *
   * @param domain the mail domain here: a line that names an address in it begins a quote
   */
  static Optional<ModerationDecision> in(String subject, String text, String domain) {
    List<String> lines = text.lines().limit(MAX_LINES).toList();
    int first = first(lines);
    Optional<ModerationDecision> above = of(bare(subject)).filter(d -> !d.code().isEmpty());
    Optional<ModerationDecision> inText =
        first < lines.size() ? of(lines.get(first)) : Optional.<ModerationDecision>empty();
    if (above.isPresent() && inText.isPresent()) {
      boolean same = above.get().word() == inText.get().word();
      return same
          ? Optional.of(inText.get().with(note(lines, first + 1, domain)))
          : Optional.empty();
    }
    return inText
        .map(d -> d.with(note(lines, first + 1, domain)))
        .or(() -> above.map(d -> d.with(note(lines, first, domain))));
  }

  private static Optional<ModerationDecision> of(String line) {
    String[] parts = VisibleLine.plain(line).split(" ", 2);
    String said = parts[0];
    String rest = parts.length < 2 ? "" : parts[1].strip();
    if (rest.isEmpty() && (said.endsWith(".") || said.endsWith("!"))) {
      said = said.substring(0, said.length() - 1);
    }
    Word word = WORDS.get(said);
    boolean alone = rest.isEmpty() || rest.length() == Tickets.LENGTH;
    return word == null || !alone
        ? Optional.empty()
        : Optional.of(new ModerationDecision(word, rest, ""));
  }

  private ModerationDecision with(String said) {
    return new ModerationDecision(word, code, said);
  }

  /** A mailed subject without what answers put before it. */
  private static String bare(String subject) {
    String rest = subject.strip();
    int colon = rest.indexOf(':');
    while (colon > 0 && colon <= 5) {
      rest = rest.substring(colon + 1).strip();
      colon = rest.indexOf(':');
    }
    return rest;
  }

  /** The first line that is no quote, and does not say who is quoted. */
  private static int first(List<String> lines) {
    int i = 0;
    while (i < lines.size()
        && (isBlank(lines.get(i))
            || isQuote(lines.get(i))
            || saysWho(lines, i)
            || isBroken(lines, i))) {
      i++;
    }
    return i;
  }

  /** Programs break the line that says who is quoted before the address. */
  private static boolean isBroken(List<String> lines, int at) {
    return lines.get(at).stripTrailing().endsWith("<")
        && at + 1 < lines.size()
        && saysWho(lines, at + 1);
  }

  private static boolean saysWho(List<String> lines, int at) {
    int next = at + 1;
    while (next < lines.size() && isBlank(lines.get(next))) {
      next++;
    }
    return lines.get(at).stripTrailing().endsWith(":")
        && next < lines.size()
        && isQuote(lines.get(next));
  }

  private static boolean isBlank(String line) {
    return VisibleLine.line(line).isEmpty();
  }

  private static boolean isQuote(String line) {
    return line.startsWith(QUOTE);
  }

  /** What stands below, up to the question as it is quoted, or a signature. */
  private static String note(List<String> lines, int from, String domain) {
    List<String> said = new ArrayList<>();
    boolean quoted = false;
    for (String line : lines.subList(Math.min(from, lines.size()), lines.size())) {
      quoted = beginsQuote(line, domain);
      if (quoted || line.stripTrailing().equals("--")) {
        break;
      }
      said.add(line);
    }
    if (quoted) {
      dropAttribution(said);
    }
    return String.join("\n", said).strip();
  }

  private static boolean beginsQuote(String line, String domain) {
    String lower = line.toLowerCase(Locale.ROOT);
    return isQuote(line)
        || lower.contains("@" + domain.toLowerCase(Locale.ROOT))
        || HoldCodes.isAbove(line)
        || line.startsWith("-----")
        || line.startsWith("_____");
  }

  /** Who is quoted, and when: the lines that adjoin the quote, if something else was said. */
  private static void dropAttribution(List<String> said) {
    int blank = said.size();
    while (!said.isEmpty() && said.getLast().isBlank()) {
      said.removeLast();
      blank = said.size();
    }
    if (!said.isEmpty() && said.getLast().stripTrailing().endsWith(":")) {
      said.removeLast();
      return;
    }
    boolean adjoins = blank != said.size();
    int start = said.lastIndexOf("");
    if (!adjoins && start > 0) {
      said.subList(start, said.size()).clear();
    }
  }
}
