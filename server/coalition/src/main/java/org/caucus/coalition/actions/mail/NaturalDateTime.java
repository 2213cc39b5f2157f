package org.caucus.coalition.actions.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.actions.ActionDetailFields;
import org.caucus.coalition.mailcommands.suggestions.DateSuggestion;
import org.caucus.mail.reply.TypographyNormalizer;
import org.caucus.mail.reply.VisibleLine;
import org.jspecify.annotations.Nullable;

/**
 * A time in words that can mean no other, in every language that is spoken here: {@code Friday
 * 15:00}, {@code vendredi de 15h à 16h30}, {@code 4 December to 6 December}.
 */
final class NaturalDateTime {
  /** Of longer ones nothing is read, in characters. */
  private static final int MOST_CHARS = 100;

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{2})|(\\d{1,2})h(\\d{2})?|(\\d{1,2})(?::(\\d{2}))?([ap]m)");

  /** What stands between two times without a blank, and a blank before what says that it is one. */
  private static final Pattern JOINT =
      Pattern.compile("(?<=[0-9hHmM])-(?=[0-9]{1,2}[:hH])|(?<=[0-9]) (?=(?:[hH]|[aApP][mM])\\b)");

  private static final Set<String> TO =
      Set.of("to", "until", "till", "-", "–", "—", "au", "jusqu'a", "jusqu'au", "الي", "حتي");

  /** Between two times it is "to", before one it is "at". */
  private static final String A = "a";

  private static final Set<String> AROUND = Set.of("at", "from", "de", "du", "من", "الساعه");
  private static final int NOON = 12;

  private final LocalDate today;
  private final List<String> said = new ArrayList<>();
  private final List<String> day = new ArrayList<>();
  private @Nullable String time;
  private boolean certain = true;

  private NaturalDateTime(LocalDate today) {
    this.today = today;
  }

  /** As {@link DateTimeParser} reads it; empty if it is no time, or may be another. */
  static Optional<String> of(String value, LocalDate today) {
    return value.length() > MOST_CHARS ? Optional.empty() : new NaturalDateTime(today).read(value);
  }

  private Optional<String> read(String value) {
    String typed =
        JOINT.matcher(TypographyNormalizer.plainly(value)).replaceAll(NaturalDateTime::apart);
    for (String word : typed.replace(',', ' ').strip().split("\\s+", -1)) {
      take(word, VisibleLine.bare(word));
    }
    end();
    return certain ? Optional.of(String.join(" ", said)) : Optional.empty();
  }

  private static String apart(MatchResult joint) {
    return joint.group().equals("-") ? " - " : "";
  }

  private void take(String word, String bare) {
    Matcher hour = TIME.matcher(bare);
    if (hour.matches()) {
      certain &= time == null;
      time = time(hour);
    } else if (TO.contains(bare) || (bare.equals(A) && time != null)) {
      end();
      said.add("to");
    } else if (isZone(word)) {
      end();
      said.add(word);
    } else if (!AROUND.contains(bare) && !bare.equals(A)) {
      day.add(word);
    }
  }

  private static boolean isZone(String word) {
    return word.equalsIgnoreCase("UTC")
        || (word.indexOf('/') > 0 && word.chars().anyMatch(Character::isLetter));
  }

  /** The day and the time of it that were said. */
  private void end() {
    if (!day.isEmpty()) {
      Optional<LocalDate> meant =
          DateSuggestion.certain(String.join(" ", day), today)
              .filter(ActionDetailFields::isPossible);
      certain &= meant.isPresent();
      meant.ifPresent(d -> said.add(d.toString()));
    }
    if (time != null) {
      said.add(time);
    }
    day.clear();
    time = null;
  }

  private static String time(Matcher hour) {
    for (int group = 1; group <= 5; group += 2) {
      if (hour.group(group) != null) {
        int h = Integer.parseInt(hour.group(group));
        String minutes = hour.group(group + 1);
        int of = group < 5 ? h : h % NOON + (hour.group(7).equals("pm") ? NOON : 0);
        return String.format(Locale.ROOT, "%02d:%s", of, minutes == null ? "00" : minutes);
      }
    }
    throw new IllegalStateException("one of them was found");
  }
}
