package org.caucus.coalition.trackers.mail;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.VisibleLine;

/**
 * Lines such as {@code - [ ] Ask the desk} in what somebody writes: of a letter that opens an issue
 * they are its checklist, of one that answers it they tick, or no longer tick, a line of it. What
 * stands behind {@code - [+]} is a line that was not there before, behind {@code - [-]} one that is
 * to be there no more: people write lists in conversations, so another box with new words adds
 * nothing.
 */
public final class ChecklistLines {
  /** Why a line that is ticked is not one. */
  public static final Message NO_LINE = Message.of("what-is-ticked-is-no-line");

  /** Phones make dashes long and put blanks into boxes; other programs set points before lines. */
  private static final Pattern LINE =
      Pattern.compile(
          " {0,8}[-*\\u2010-\\u2015\\u2212\\u2022\\u00b7\\u25e6\\u2043] ?[\\[\\uff3b] ?(["
              + " xX\\u00d7\\u0445\\u2713\\u2714+\\uff0b\\u2010-\\u2015\\u2212-]?) ?[\\]\\uff3d]"
              + " {0,4}(\\S.{0,20000})");

  /** Why a line that is to be taken off is not one. */
  public static final Message NO_LINE_OFF = Message.of("what-is-to-be-taken-off-is-no-line");

  /** A mail program broke a long line. */
  private static final Pattern GOES_ON = Pattern.compile("[ \\t]{2,12}([^-*\\s].{0,20000})");

  private ChecklistLines() {}

  /** Lines of one text that are read: one more than a checklist has, so that there are too many. */
  private static final int MOST_READ = IssuePatch.MAX_CHECKS + 1;

  /** In the box of a line that is new. */
  private static final String NEW = "+\uff0b";

  /** In the box of a line that is to be there no more. */
  private static final String GONE = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

  /** What a letter asks of a line. */
  private enum Wish {
    TICK,
    UNTICK,
    ADD,
    TAKE_OFF
  }

  /** A line as it was written. */
  private record Written(String mark, String text) {
    Wish wish() {
      return mark.isBlank()
          ? Wish.UNTICK
          : NEW.contains(mark) ? Wish.ADD : GONE.contains(mark) ? Wish.TAKE_OFF : Wish.TICK;
    }

    ChecklistItem check() {
      return new ChecklistItem(text, wish() == Wish.TICK);
    }
  }

  /** A text, with the lines of a checklist taken out of it. */
  private record Parted(List<Written> checks, String rest) {}

  private static Parted part(String text) {
    List<Written> checks = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    boolean within = false;
    for (String line : text.split("\n", -1)) {
      String bare = VisibleLine.inline(line);
      Matcher check = LINE.matcher(bare);
      Matcher more = GOES_ON.matcher(bare);
      if (checks.size() < MOST_READ && check.matches()) {
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
    return check.text().length() <= IssuePatch.MAX_CHECK_CHARS;
  }

  /** Those that somebody wrote above what they quote. */
  public static List<ChecklistItem> in(String text) {
    return part(ReplyText.of(text)).checks().stream().map(Written::check).toList();
  }

  /** Of those, the ones that tick a line, or no longer tick it. */
  public static List<ChecklistItem> ticking(String text) {
    return those(text, EnumSet.of(Wish.TICK, Wish.UNTICK));
  }

  /** Of those, the ones that are new. */
  public static List<ChecklistItem> added(String text) {
    return those(text, EnumSet.of(Wish.ADD));
  }

  /** Of those, the ones that are to be there no more. */
  public static List<ChecklistItem> takenOff(String text) {
    return those(text, EnumSet.of(Wish.TAKE_OFF));
  }

  private static List<ChecklistItem> those(String text, Set<Wish> wishes) {
    return part(ReplyText.of(text)).checks().stream()
        .filter(one -> wishes.contains(one.wish()))
        .map(Written::check)
        .toList();
  }

  /** A text without them; whole, if it has none of them or nothing else. */
  public static String without(String text) {
    Parted parted = part(text);
    return parted.checks().isEmpty() || parted.rest().isBlank() ? text : parted.rest().strip();
  }

  /** Whether something is asked of more lines than a checklist can have. */
  public static boolean areTooMany(String text, List<ChecklistItem> now) {
    return in(text).size() > IssuePatch.MAX_CHECKS
        && (areAsked(ticking(text), now) || !added(text).isEmpty() || !takenOff(text).isEmpty());
  }

  /** Whether there is something to tick: else such lines of an answer are words like others. */
  public static boolean areAsked(List<ChecklistItem> asked, List<ChecklistItem> now) {
    return !now.isEmpty() && asked.stream().anyMatch(c -> c.done() || at(c, now) >= 0);
  }

  /**
   * The checklist after it was ticked.
   *
   * @throws Refusal if a line that is ticked is not there
   */
  public static List<ChecklistItem> over(List<ChecklistItem> now, List<ChecklistItem> asked) {
    List<ChecklistItem> after = new ArrayList<>(now);
    for (ChecklistItem one : asked) {
      int at = at(one, now);
      if (at >= 0) {
        after.set(at, new ChecklistItem(now.get(at).text(), one.done()));
      } else if (one.done()) {
        throw Refusal.invalid("checklist", NO_LINE);
      }
    }
    return List.copyOf(after);
  }

  /**
   * The checklist with more lines below those that it has.
   *
   * @throws Refusal if one is there already
   */
  public static List<ChecklistItem> and(List<ChecklistItem> now, List<ChecklistItem> more) {
    List<ChecklistItem> all = new ArrayList<>(now);
    for (ChecklistItem one : more) {
      if (all.stream().anyMatch(c -> c.text().equalsIgnoreCase(one.text()))) {
        throw Refusal.conflict(Message.of("a-line-that-is-to-be"));
      }
      all.add(one);
    }
    return List.copyOf(all);
  }

  /**
   * The checklist without some of its lines.
   *
   * @throws Refusal if one is not there
   */
  public static List<ChecklistItem> off(List<ChecklistItem> now, List<ChecklistItem> gone) {
    Set<Integer> out = new HashSet<>();
    for (ChecklistItem one : gone) {
      int at = at(one, now);
      if (at < 0) {
        throw Refusal.invalid("checklist", NO_LINE_OFF);
      }
      out.add(at);
    }
    return IntStream.range(0, now.size()).filter(i -> !out.contains(i)).mapToObj(now::get).toList();
  }

  /** Whether all that is to be taken off is there. */
  public static boolean are(List<ChecklistItem> now, List<ChecklistItem> gone) {
    return gone.stream().allMatch(one -> at(one, now) >= 0);
  }

  /** Whether all that is ticked is there. */
  public static boolean fit(List<ChecklistItem> now, List<ChecklistItem> asked) {
    return asked.stream().allMatch(one -> !one.done() || at(one, now) >= 0);
  }

  /** By its words, else by its number; -1 if there is none. */
  private static int at(ChecklistItem asked, List<ChecklistItem> now) {
    for (int i = 0; i < now.size(); i++) {
      if (isSame(now.get(i).text(), asked.text())) {
        return i;
      }
    }
    String number = asked.text().replaceFirst("[.)]$", "");
    boolean counted = number.length() <= 3 && number.chars().allMatch(Character::isDigit);
    int at = counted && !number.isEmpty() ? Integer.parseInt(number) - 1 : -1;
    return at < now.size() ? at : -1;
  }

  /** Phones put a full stop behind a line, and curl what marks its quotations. */
  private static boolean isSame(String one, String other) {
    return words(one).equals(words(other));
  }

  private static String words(String line) {
    return VisibleLine.plain(line)
        .replaceAll("[\\u201c\\u201d\\u00ab\\u00bb]", "\"")
        .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
        .replaceAll("[.!\\u2026]{1,3}$", "")
        .strip();
  }

  /** The lines as they may have been meant; those that are like none are left out. */
  public static List<ChecklistItem> meant(List<ChecklistItem> now, List<ChecklistItem> asked) {
    List<String> known = now.stream().map(ChecklistItem::text).toList();
    return asked.stream()
        .flatMap(
            one ->
                (at(one, now) >= 0 ? Optional.of(one.text()) : FuzzyMatch.of(one.text(), known))
                    .map(text -> new ChecklistItem(text, one.done())).stream())
        .limit(IssuePatch.MAX_CHECKS)
        .toList();
  }

  /** How one is written that is to be taken off. */
  public static String takingOff(ChecklistItem check) {
    return "- [-] " + check.text();
  }

  /** How one is written. */
  public static String written(ChecklistItem check) {
    return "- [" + (check.done() ? "x" : " ") + "] " + check.text();
  }
}
