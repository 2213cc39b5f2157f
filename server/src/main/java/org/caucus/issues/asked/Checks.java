package org.caucus.issues.asked;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.command.Refused;
import org.caucus.hints.Nearest;
import org.caucus.hints.OwnWords;
import org.caucus.issues.fields.Check;
import org.caucus.issues.fields.FacetsChange;

/**
 * Lines such as {@code - [ ] Ask the desk} in what somebody writes: of a letter that opens an issue
 * they are its checklist, of one that answers it they tick, or no longer tick, a line of it. What
 * stands behind {@code - [+]} is a line that was not there before: people write lists in
 * conversations, so another box with new words adds nothing.
 */
public final class Checks {
  /** Why a line that is ticked is none. */
  public static final String NO_LINE =
      "What is ticked is no line of the checklist: write it as it stands there, or its number.";

  private static final Pattern LINE =
      Pattern.compile("[ \\t]{0,8}[-*] ?\\[([ xX+])\\][ \\t]{1,4}(\\S.{0,20000})");

  /** A mail program broke a long line. */
  private static final Pattern GOES_ON = Pattern.compile("[ \\t]{2,12}([^-*\\s].{0,20000})");

  private Checks() {}

  /** In the box of a line that is new. */
  private static final String NEW = "+";

  /** A line as it was written. */
  private record Written(String mark, String text) {
    boolean isNew() {
      return mark.equals(NEW);
    }

    Check check() {
      return new Check(text, !mark.isBlank() && !isNew());
    }
  }

  /** A text, with the lines of a checklist taken out of it. */
  private record Parted(List<Written> checks, String rest) {}

  private static Parted part(String text) {
    List<Written> checks = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    boolean within = false;
    for (String line : text.split("\n", -1)) {
      String bare = line.stripTrailing();
      Matcher check = LINE.matcher(bare);
      Matcher more = GOES_ON.matcher(bare);
      if (check.matches()) {
        checks.add(new Written(check.group(1), check.group(2).strip()));
        within = true;
      } else if (within && isShort(checks.getLast()) && more.matches()) {
        Written last = checks.removeLast();
        checks.add(new Written(last.mark(), last.text() + " " + more.group(1).strip()));
      } else {
        rest.append(rest.isEmpty() ? "" : "\n").append(line);
        within = false;
      }
    }
    return new Parted(checks, rest.toString());
  }

  /** A longer one is refused; what else is said below it is not put behind it time and again. */
  private static boolean isShort(Written check) {
    return check.text().length() <= FacetsChange.MAX_CHECK_CHARS;
  }

  /** Those that somebody wrote above what they quote. */
  public static List<Check> in(String text) {
    return part(OwnWords.of(text)).checks().stream().map(Written::check).toList();
  }

  /** Of those, the ones that tick a line, or no longer tick it. */
  public static List<Check> ticking(String text) {
    return those(text, false);
  }

  /** Of those, the ones that are new. */
  public static List<Check> added(String text) {
    return those(text, true);
  }

  private static List<Check> those(String text, boolean isNew) {
    return part(OwnWords.of(text)).checks().stream()
        .filter(one -> one.isNew() == isNew)
        .map(Written::check)
        .toList();
  }

  /** A text without them; whole, if it has none of them or nothing else. */
  public static String without(String text) {
    Parted parted = part(text);
    return parted.checks().isEmpty() || parted.rest().isBlank() ? text : parted.rest().strip();
  }

  /** Whether there is something to tick: else such lines of an answer are words like others. */
  public static boolean areAsked(List<Check> asked, List<Check> now) {
    return !now.isEmpty() && asked.stream().anyMatch(c -> c.done() || at(c, now) >= 0);
  }

  /**
   * The checklist after it was ticked.
   *
   * @throws Refused if a line that is ticked is not there
   */
  public static List<Check> over(List<Check> now, List<Check> asked) {
    List<Check> after = new ArrayList<>(now);
    for (Check one : asked) {
      int at = at(one, now);
      if (at >= 0) {
        after.set(at, new Check(now.get(at).text(), one.done()));
      } else if (one.done()) {
        throw Refused.invalid("checklist", NO_LINE);
      }
    }
    return List.copyOf(after);
  }

  /**
   * The checklist with more lines below those that it has.
   *
   * @throws Refused if one is there already
   */
  public static List<Check> and(List<Check> now, List<Check> more) {
    List<Check> all = new ArrayList<>(now);
    for (Check one : more) {
      if (all.stream().anyMatch(c -> c.text().equalsIgnoreCase(one.text()))) {
        throw Refused.conflict("A line that is to be added is on the checklist already.");
      }
      all.add(one);
    }
    return List.copyOf(all);
  }

  /** Whether all that is ticked is there. */
  public static boolean fit(List<Check> now, List<Check> asked) {
    return asked.stream().allMatch(one -> !one.done() || at(one, now) >= 0);
  }

  /** By its words, else by its number; -1 if there is none. */
  private static int at(Check asked, List<Check> now) {
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i).text().equalsIgnoreCase(asked.text())) {
        return i;
      }
    }
    String number = asked.text().replaceFirst("[.)]$", "");
    boolean counted = number.length() <= 3 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    int at = counted && !number.isEmpty() ? Integer.parseInt(number) - 1 : -1;
    return at < now.size() ? at : -1;
  }

  /** The lines as they may have been meant; those that are like none are left out. */
  public static List<Check> meant(List<Check> now, List<Check> asked) {
    List<String> known = now.stream().map(Check::text).toList();
    return asked.stream()
        .flatMap(
            one ->
                (at(one, now) >= 0 ? Optional.of(one.text()) : Nearest.of(one.text(), known))
                    .map(text -> new Check(text, one.done())).stream())
        .limit(FacetsChange.MAX_CHECKS)
        .toList();
  }

  /** How one is written. */
  public static String written(Check check) {
    return "- [" + (check.done() ? "x" : " ") + "] " + check.text();
  }
}
