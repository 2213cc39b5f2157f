package org.caucus.coalition.polls.mail;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.coalition.polls.Poll;
import org.caucus.mail.reply.CourtesyPhrases;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;
import org.jspecify.annotations.Nullable;

/**
 * A letter that says something about a poll and is no answer to it. While a poll takes answers, or
 * hides them, its first line must say so: what was meant as an answer is not shown to all.
 */
public final class PollComment {
  /** Lines that may stand before what somebody says: a greeting, and blank ones. */
  private static final int MOST_BEFORE = 10;

  private static final Pattern COLON = Pattern.compile("[:\\uff1a]");

  private static final Set<String> WORDS =
      Objects.requireNonNull(PhraseFile.of("polls").get("COMMENT")).stream()
          .map(VisibleLine::bare)
          .collect(Collectors.toUnmodifiableSet());

  private PollComment() {}

  /**
   * What a letter comments; empty if it answers the poll, or may have been meant as an answer.
   *
   * @param answers the comment it answers; null for the poll itself
   */
  public static Optional<String> in(Poll poll, @Nullable String answers, String text) {
    Optional<String> said = marked(text);
    if (said.isPresent() || answers != null) {
      return Optional.of(said.orElse(text));
    }
    boolean isTaken = poll.state() == Poll.State.OPEN || poll.hides();
    return isTaken || BallotReply.in(poll.asked(), text).isPresent()
        ? Optional.empty()
        : Optional.of(text);
  }

  /** What stands behind the word that makes a letter a comment; empty if it does not begin so. */
  private static Optional<String> marked(String text) {
    List<String> lines = text.lines().limit(MOST_BEFORE).toList();
    int first = 0;
    while (first < lines.size() && isBefore(lines.get(first))) {
      first++;
    }
    if (first == lines.size()) {
      return Optional.empty();
    }
    String line = lines.get(first);
    Matcher colon = COLON.matcher(line);
    if (!colon.find() || !WORDS.contains(VisibleLine.bare(line.substring(0, colon.start())))) {
      return Optional.empty();
    }
    String below = text.lines().skip(first + 1L).collect(Collectors.joining("\n"));
    return Optional.of((line.substring(colon.end()).strip() + "\n" + below).strip());
  }

  private static boolean isBefore(String line) {
    String seen = VisibleLine.line(line);
    return seen.isEmpty()
        || (COLON.matcher(seen).results().count() == 0 && CourtesyPhrases.isGreeting(seen));
  }
}
