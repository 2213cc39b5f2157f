package org.caucus.coalition.reviews.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.reviews.Stance;
import org.caucus.coalition.reviews.mail.ProvisionWords.Meaning;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** What one line of an answer to a review says. */
sealed interface ReviewLine {
  /**
   * A stance on some provisions.
   *
   * @param on none: all that nothing else is said of
   * @param all of all there are, whatever was said of them before
   */
  record Position(List<Placed> on, boolean all, String where, ReviewWords.Taken taken)
      implements ReviewLine {}

  /** A line of the form that was not filled in. */
  record Unfilled() implements ReviewLine {}

  /** The new words of a provision begin here. */
  record Words(String words) implements ReviewLine {}

  /** A reason begins here. */
  record Reason(String reason) implements ReviewLine {}

  /** It is no line of a form. */
  record Other() implements ReviewLine {}

  /** What was put before a line, and around it. */
  String BULLETS = "-*\u2022\u00b7\u2013 ";

  /** The first of these that divides a line. */
  Pattern COLON = Pattern.compile(" ?[:\uff1a=]\\*{0,2} ?");

  /** Others that people write for it. */
  Pattern DASH = Pattern.compile(" [-\u2013\u2014>]+ | ?\u2192 ?");

  /** Words of which a name of a provision is made up, in a line without a colon. */
  int MOST_WORDS = 5;

  /** Characters of a line that a refusal names. */
  int MOST_NAMED_CHARS = 60;

  /**
   * Reads a line as a person sees it.
   *
   * @throws Refusal if it may be a position, and is not wholly clear
   */
  static ReviewLine of(ProvisionWords provisions, String line) {
    String bare = unlisted(line);
    if (bare.isEmpty()) {
      return new Other();
    }
    Matcher colon = COLON.matcher(bare);
    if (colon.find()) {
      String left = bare.substring(0, colon.start()).replace("*", "").strip();
      String right = bare.substring(colon.end()).strip();
      if (ReviewWords.is("TEXT", left)) {
        return new Words(right);
      }
      if (ReviewWords.is("REASON", left)) {
        return new Reason(right);
      }
      ReviewLine found = divided(provisions, left, right);
      if (!(found instanceof Other)) {
        return found;
      }
    }
    Matcher dash = DASH.matcher(bare);
    if (dash.find()) {
      String right = bare.substring(dash.end()).strip();
      if (ReviewWords.taken(right).isPresent()) {
        return divided(provisions, bare.substring(0, dash.start()).strip(), right);
      }
    }
    return undivided(provisions, bare);
  }

  private static String unlisted(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && BULLETS.indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && (line.charAt(to - 1) == '*' || line.charAt(to - 1) == '_')) {
      to--;
    }
    return line.substring(from, to).strip();
  }

  private static ReviewLine divided(ProvisionWords provisions, String left, String right) {
    Optional<ReviewWords.Taken> taken = ReviewWords.taken(right);
    Meaning meaning = provisions.read(left);
    if (right.isEmpty()) {
      return meaning instanceof Meaning.Other ? new Other() : new Unfilled();
    }
    if (taken.isEmpty() && ReviewWords.stance(left).isPresent()) {
      return stanceFirst(provisions, left, right);
    }
    return switch (meaning) {
      case Meaning.These _, Meaning.All _ ->
          taken.map(t -> position(meaning, left, t)).orElseThrow(() -> noStance(left));
      case Meaning.Several several when taken.isPresent() -> throw several(left, several);
      case Meaning.Absent _ when taken.isPresent() -> throw noProvision(left);
      case Meaning.Other _ when taken.isPresent() && left.length() <= MOST_NAMED_CHARS ->
          throw noProvision(left);
      case Meaning.Several _, Meaning.Absent _, Meaning.Other _ -> new Other();
    };
  }

  private static ReviewLine position(Meaning meaning, String where, ReviewWords.Taken taken) {
    return meaning instanceof Meaning.These these
        ? new Position(these.provisions(), false, where, taken)
        : new Position(List.of(), true, where, taken);
  }

  /** "Oppose: 3(b), 4", and with a reason behind a second colon. */
  private static ReviewLine stanceFirst(ProvisionWords provisions, String left, String right) {
    Stance stance = ReviewWords.stance(left).orElseThrow();
    Matcher colon = COLON.matcher(right);
    boolean isDivided = colon.find();
    String where = isDivided ? right.substring(0, colon.start()) : right;
    String reason = isDivided ? right.substring(colon.end()).strip() : "";
    Meaning meaning = provisions.read(ReviewWords.unmarked(where));
    return switch (meaning) {
      case Meaning.These _, Meaning.All _ ->
          position(meaning, where, new ReviewWords.Taken(stance, reason));
      case Meaning.Several several -> throw several(where, several);
      case Meaning.Absent _ -> throw noProvision(where);
      case Meaning.Other _ -> throw noStance(left);
    };
  }

  /** "3(b) oppose": where it can be a position at all, it must be a clear one. */
  private static ReviewLine undivided(ProvisionWords provisions, String line) {
    String[] words = line.split(" +", MOST_WORDS + 2);
    for (int i = Math.min(words.length - 1, MOST_WORDS); i > 0; i--) {
      String left = String.join(" ", List.of(words).subList(0, i));
      String right = String.join(" ", List.of(words).subList(i, words.length));
      if (ReviewWords.stance(left).isPresent()) {
        return afterStance(provisions, left, right);
      }
      Meaning meaning = provisions.read(left);
      if (meaning instanceof Meaning.Other || meaning instanceof Meaning.Absent) {
        continue;
      }
      if (ReviewWords.taken(right).isPresent()) {
        return divided(provisions, left, right);
      }
      if (ReviewWords.beginsWithStance(right)) {
        throw noStance(left);
      }
    }
    return new Other();
  }

  /** "We oppose 3(b)"; but "we support the code" says nothing of a provision. */
  private static ReviewLine afterStance(ProvisionWords provisions, String left, String right) {
    return provisions.read(ReviewWords.unmarked(right)) instanceof Meaning.Other
            && !provisions.begins(right)
        ? new Other()
        : stanceFirst(provisions, left, right);
  }

  private static Refusal several(String where, Meaning.Several several) {
    return Refusal.invalid(
        "answer",
        Message.of(
            "which-provision-is-meant",
            "where",
            where,
            "labels",
            String.join(", ", several.labels())));
  }

  private static Refusal noStance(String where) {
    return Refusal.invalid("answer", Message.of("which-stance-is-meant", "where", where));
  }

  private static Refusal noProvision(String where) {
    return Refusal.invalid("answer", Message.of("the-text-has-no-provision-named", "where", where));
  }
}
