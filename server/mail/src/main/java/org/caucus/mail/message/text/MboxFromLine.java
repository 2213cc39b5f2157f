package org.caucus.mail.message.text;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line by which an mbox parts its letters: {@code From }, who sent it, and when. RFC 4155 has
 * one form of it, and programs many: with a zone before the year or behind it, without seconds,
 * with a date as RFC 5322 or ISO 8601 writes it, with the host that a letter of UUCP came from.
 */
public final class MboxFromLine {
  private static final String ZONE =
      "(?:(?:GMT|UTC)?[+-]\\d{2}:?\\d{2}|[A-Z][A-Z0-9+-]{0,5}(?: DST)?)";

  private static final String CLOCK = "(?<clock>\\d{1,2}:\\d{2}(?::\\d{2})?)";

  /** {@code Mon Jan 5 09:03:11 2026}; the weekday may be missing. */
  private static final Pattern OF_C =
      Pattern.compile(
          "(?<month>[A-Z][a-z]{2}) {1,2}(?<day>\\d{1,2}),? {1,2}"
              + CLOCK
              + "(?: {1,2}(?<zone>"
              + ZONE
              + "))? {1,2}(?<year>\\d{4})(?: {1,2}(?<late>"
              + ZONE
              + "))?(?: remote from [^ ]{1,100})? {0,9}$");

  private static final String SENDER = "^From (?:[^ ]{1,320}(?: at [^ ]{1,320})?)? {1,2}";

  /** {@code Mon, 05 Jan 2026 09:03:11 +0100}. */
  private static final Pattern OF_LETTERS =
      Pattern.compile(
          SENDER
              + "(?:[A-Z][a-z]{2}, {0,2})?(?<day>\\d{1,2}) (?<month>[A-Z][a-z]{2})"
              + " (?<year>\\d{4}|\\d{2}) {1,2}"
              + CLOCK
              + "(?: {1,2}(?<zone>"
              + ZONE
              + "))?(?: \\([^()]{1,40}\\))? {0,9}$");

  /** {@code 2026-01-05T09:03:11Z}. */
  private static final Pattern OF_ISO =
      Pattern.compile(
          SENDER
              + "(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[T ]"
              + CLOCK
              + "(?:[.,]\\d{1,9})? ?(?<zone>Z|"
              + ZONE
              + ")? {0,9}$");

  private static final String[] MONTHS =
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ", -1);

  private MboxFromLine() {}

  /** Whether the line ends in a time, in any of the forms; sentences that begin so do not. */
  public static boolean isTimed(String line) {
    return OF_C.matcher(line).find()
        || OF_LETTERS.matcher(line).find()
        || OF_ISO.matcher(line).find();
  }

  /** When it says; empty if it does not. Without a zone, and in one without a number, in UTC. */
  public static Optional<Instant> at(String line) {
    Matcher ofC = OF_C.matcher(line);
    if (ofC.find()) {
      String zone = ofC.group("zone");
      return at(ofC, ofC.group("month"), zone == null ? ofC.group("late") : zone);
    }
    Matcher ofLetters = OF_LETTERS.matcher(line);
    if (ofLetters.find()) {
      return at(ofLetters, ofLetters.group("month"), ofLetters.group("zone"));
    }
    Matcher ofIso = OF_ISO.matcher(line);
    if (!ofIso.find()) {
      return Optional.empty();
    }
    int month = Integer.parseInt(ofIso.group("month"));
    return month < 1 || month > MONTHS.length
        ? Optional.empty()
        : at(ofIso, MONTHS[month - 1], ofIso.group("zone"));
  }

  private static Optional<Instant> at(Matcher found, String month, @Nullable String zone) {
    String date =
        found.group("day")
            + " "
            + month
            + " "
            + found.group("year")
            + " "
            + found.group("clock")
            + " ";
    String offset = zone == null ? "" : zone.replaceFirst("^(?:GMT|UTC)(?=[+-])", "");
    return HeaderFields.date(date + offset.replace(":", ""))
        .filter(at -> !offset.isEmpty())
        .or(() -> HeaderFields.date(date + "+0000"));
  }
}
