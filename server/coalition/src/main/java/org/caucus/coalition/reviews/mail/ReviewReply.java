package org.caucus.coalition.reviews.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.reviews.NewPosition;
import org.caucus.coalition.reviews.Stance;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.SaidLines;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer to a review in one letter. What it does not wholly understand it refuses: a stance
 * that nobody took is worse than a letter written twice. What stands above the first position is no
 * part of the answer.
 */
public sealed interface ReviewReply {
  /**
   * Positions on some provisions.
   *
   * @param onAll what is said of the rest is said of what was answered before, too
   */
  record Positions(List<NewPosition> given, boolean onAll) implements ReviewReply {
    /** A copy that nobody else can change. */
    public Positions {
      given = List.copyOf(given);
    }
  }

  /**
   * The organisation will not answer.
   *
   * @param reason may be empty
   */
  record Declined(String reason) implements ReviewReply {}

  /** Most lines that are read; a form of the longest text has 5,001. */
  int MAX_LINES = 20_000;

  /**
   * What a letter answers.
   *
   * @param text the letter, with what it quotes
   * @throws Refusal if it is no answer, or a line of it is not clear
   */
  static ReviewReply in(Edition edition, String text) {
    if (text.lines().limit(MAX_LINES + 1L).count() > MAX_LINES) {
      throw Refusal.invalid("answer", Message.of("this-answer-is-too-long", "limit", MAX_LINES));
    }
    ProvisionWords provisions = new ProvisionWords(edition);
    String joined = QuotedForm.joined(provisions, text);
    List<String> own = withoutName(provisions, SaidLines.of(ReplyText.lines(joined)));
    Reader said = new Reader(provisions).read(own, QuotedForm.isIn(own));
    Reader filled = new Reader(provisions).read(QuotedForm.lines(text), true);
    if (said.isEmpty() && filled.isEmpty()) {
      return declined(own);
    }
    if (!said.isEmpty() && !filled.isEmpty()) {
      throw Refusal.invalid("answer", Message.of("answer-above-or-in-the-form"));
    }
    if (own.stream().findFirst().filter(ReviewReply::isDecline).isPresent()) {
      throw Refusal.invalid("answer", Message.of("decline-or-answer"));
    }
    Reader one = said.isEmpty() ? filled : said;
    return new Positions(one.given, one.onAll);
  }

  private static boolean isDecline(String line) {
    int colon = line.indexOf(':');
    String word = ReviewWords.unmarked(colon < 0 ? line : line.substring(0, colon));
    return ReviewWords.is("DECLINE", word);
  }

  private static ReviewReply declined(List<String> own) {
    if (own.isEmpty() || !isDecline(own.getFirst())) {
      throw Refusal.invalid("answer", Message.of("not-an-answer-review"));
    }
    String first = own.getFirst();
    int colon = first.indexOf(':');
    String behind = colon < 0 ? "" : first.substring(colon + 1);
    String below = own.stream().skip(1).collect(Collectors.joining("\n"));
    return new Declined((behind + "\n" + below).strip());
  }

  /** Without a name and the like that stand alone at the end. */
  private static List<String> withoutName(ProvisionWords provisions, List<String> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isEmpty()) {
      end--;
    }
    int from = end;
    while (from > 0 && !lines.get(from - 1).isEmpty()) {
      from--;
    }
    List<String> last = lines.subList(from, end);
    boolean isName =
        from > 0
            && SaidLines.areNames(last)
            && last.stream()
                .allMatch(l -> ReviewLine.of(provisions, l) instanceof ReviewLine.Other);
    return lines.subList(0, isName ? from : end);
  }

  /** Gathers positions from one line after another. */
  final class Reader {
    private final ProvisionWords provisions;
    private final List<NewPosition> given = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final List<String> reason = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private boolean onAll;
    private ReviewLine.@Nullable Position open;
    private List<String> into = reason;

    private Reader(ProvisionWords provisions) {
      this.provisions = provisions;
    }

    private boolean isEmpty() {
      return given.isEmpty();
    }

    /**
     * Reads lines.
     *
     * @param isForm whether they are a form, of which an empty line ends what is filled in
     */
    private Reader read(List<String> lines, boolean isForm) {
      for (String line : lines) {
        if (isForm && line.isEmpty()) {
          end();
          continue;
        }
        switch (ReviewLine.of(provisions, line)) {
          case ReviewLine.Position p -> begin(p);
          case ReviewLine.Unfilled _ -> end();
          case ReviewLine.Words w -> go(words, w.words());
          case ReviewLine.Reason r -> go(reason, r.reason());
          case ReviewLine.Other _ -> into.add(line);
        }
      }
      end();
      return this;
    }

    private void begin(ReviewLine.Position position) {
      end();
      open = position;
      reason.add(position.taken().reason());
    }

    private void go(List<String> on, String line) {
      into = on;
      on.add(line);
    }

    private void end() {
      ReviewLine.Position one = open;
      if (one != null) {
        String why = String.join("\n", reason).strip();
        String text = String.join("\n", words).strip();
        mustBeForAll(one, why);
        mustBeForAll(one, text);
        onAll |= one.all();
        if (one.on().isEmpty()) {
          add(null, one, why, text);
        }
        one.on().forEach(placed -> add(placed, one, why, text));
      }
      open = null;
      reason.clear();
      words.clear();
      into = reason;
    }

    private void add(@Nullable Placed placed, ReviewLine.Position one, String why, String text) {
      String provision = placed == null ? null : placed.provision();
      if (!named.add(provision == null ? "" : provision)) {
        String label = placed == null ? one.where() : placed.label();
        throw Refusal.invalid(
            "answer", Message.of("two-positions-on-one-provision", "where", label));
      }
      Stance stance = one.taken().stance();
      given.add(new NewPosition(provision, stance, why, text.isEmpty() ? null : text));
    }

    /** Who reads it is chosen for a whole letter. */
    private static void mustBeForAll(ReviewLine.Position one, String said) {
      String last = said.substring(Math.max(said.lastIndexOf('('), said.lastIndexOf('\n')) + 1);
      if (ReviewWords.is("FEWER", last.replaceAll("[()\\[\\].!]", ""))) {
        throw Refusal.invalid(
            "answer", Message.of("readers-are-chosen-for-a-whole-letter", "where", one.where()));
      }
    }
  }
}
