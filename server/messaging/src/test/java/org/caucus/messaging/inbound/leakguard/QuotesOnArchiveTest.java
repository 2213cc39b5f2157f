package org.caucus.messaging.inbound.leakguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.caucus.mail.message.Archive;
import org.caucus.mail.message.ParsedLetter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often letters of a real archive would be taken for quoting another conversation, and how
 * often they are seen to quote their own. Nothing of it is shown, only counted.
 */
@Tag("slow")
class QuotesOnArchiveTest {
  private final FingerprintTable known = new FingerprintTable();
  private final List<String> conversations = new ArrayList<>();
  private final Map<String, Integer> sourceOf = new HashMap<>();
  private final Map<String, String> bySubject = new HashMap<>();
  private int letters;
  private int open;
  private int wronglyAsked;
  private int quoting;
  private int found;
  private int wrappedAnew;
  private int foundAnew;

  @Test
  void quotesAreFoundAndFiguresOfSpeechAreNot() throws IOException {
    Path archive = Archive.path();
    if (!Files.exists(archive)) {
      System.out.println("skipped: no archive at " + archive);
      return;
    }
    for (byte[] bytes : Archive.letters(archive)) {
      take(ParsedLetter.of(bytes));
    }
    System.out.printf(
        "quotes on an archive: %d letters, %d of them to all; %d of these would be asked about"
            + " another conversation; %d of %d quotes found; %d of %d when wrapped anew%n",
        letters, open, wronglyAsked, found, quoting, foundAnew, wrappedAnew);
    assertThat(wronglyAsked).isLessThan(open * 8 / 100);
    assertThat(found).isGreaterThan(quoting * 95 / 100);
    assertThat(foundAnew).isGreaterThan(wrappedAnew * 95 / 100);
  }

  private void take(ParsedLetter letter) {
    String id = letter.messageId().orElse("");
    Integer answered =
        letter.references().reversed().stream()
            .map(sourceOf::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(letter.inReplyTo().stream().findFirst().map(sourceOf::get).orElse(null));
    // many answers of the archive lost their references: the subject is the next best name
    String subject = letter.subject().replaceAll("(?i)\\[[^]]*]|\\b(re|aw|sv|fwd?):|\\W+", "");
    String conversation =
        answered != null
            ? conversations.get(answered)
            : bySubject.computeIfAbsent(subject, n -> id);
    bySubject.putIfAbsent(subject, conversation);
    letters++;
    String own = conversation;
    Map<Integer, Integer> shared = shared(letter.text(), own);
    open += isOpen(own) ? 1 : 0;
    if (isOpen(own)
        && shared.entrySet().stream()
            .anyMatch(
                e ->
                    e.getValue() >= QuoteDetector.ENOUGH
                        && !isOpen(conversations.get(e.getKey())))) {
      wronglyAsked++;
    }
    int source = conversations.size();
    conversations.add(conversation);
    sourceOf.put(id, source);
    String text = letter.text();
    if (quotedWords(text) >= 20 && answered != null) {
      quoting++;
      found += shared.keySet().stream().anyMatch(s -> conversations.get(s).equals(own)) ? 1 : 0;
    }
    TextFingerprint.of(text).forEach(f -> known.add(f, source));
    TextFingerprint.paragraphs(text, false).forEach(f -> known.add(f, source));
    String fresh = unquoted(text);
    if (Pattern.compile("\\s+").splitAsStream(fresh).count() >= 30) {
      wrappedAnew++;
      foundAnew +=
          shared(wrapped(fresh), own).getOrDefault(source, 0) >= QuoteDetector.ENOUGH ? 1 : 0;
    }
  }

  /** Every other conversation is open to all, the others to some of them. */
  private static boolean isOpen(String conversation) {
    return Math.floorMod(conversation.hashCode(), 2) == 0;
  }

  /**
   * By the rules of {@link QuoteDetector}: what those who are to read it know already is no quote.
   */
  private Map<Integer, Integer> shared(String text, String own) {
    Map<Integer, Integer> shared = new HashMap<>();
    Set<Long> asked = new HashSet<>();
    TextFingerprint.quoted(text).stream()
        .filter(asked::add)
        .forEach(f -> count(f, QuoteDetector.MARKED, own, shared));
    TextFingerprint.of(text).stream().filter(asked::add).forEach(f -> count(f, 1, own, shared));
    TextFingerprint.paragraphs(text, true).stream()
        .filter(asked::add)
        .forEach(f -> count(f, QuoteDetector.ENOUGH, own, shared));
    return shared;
  }

  private void count(long fingerprint, int weight, String own, Map<Integer, Integer> shared) {
    List<Integer> sources = new ArrayList<>();
    known.each(fingerprint, sources::add);
    // what its own readers have before them is no secret to them, no matter who else said it
    boolean said =
        sources.stream()
            .map(conversations::get)
            .anyMatch(in -> in.equals(own) || (isOpen(own) && isOpen(in)));
    sources.stream()
        .filter(s -> !said || conversations.get(s).equals(own))
        .forEach(s -> shared.merge(s, weight, Integer::sum));
  }

  private static int quotedWords(String text) {
    return text.lines()
        .filter(l -> l.startsWith(">"))
        .mapToInt(l -> (int) Pattern.compile("[>\\s]+").splitAsStream(l).count())
        .sum();
  }

  private static String unquoted(String text) {
    return String.join("\n", text.lines().filter(l -> !l.startsWith(">")).toList());
  }

  /** As another program would quote it: lines of forty columns, marked, below an answer. */
  private static String wrapped(String text) {
    StringBuilder out = new StringBuilder("I see.\n\nOn Tuesday somebody wrote:\n> ");
    int column = 0;
    for (String word : Pattern.compile("\\s+").splitAsStream(text).toList()) {
      if (column + word.length() > 40) {
        out.append("\n> ");
        column = 0;
      }
      out.append(word).append(' ');
      column += word.length() + 1;
    }
    return out.toString();
  }
}
