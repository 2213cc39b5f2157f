package org.caucus.platform.i18n;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Days, times, lists and sizes as a language writes them (CLDR). No pattern is ours: a skeleton
 * names the fields, and the data of the language has their order, words and marks.
 */
public final class LocalFormats {
  private static final String DAY = "yMMMMd";
  private static final String WEEKDAY = "yMMMMEEEEd";
  private static final String MINUTE = "HHmm";
  private static final String SECOND = "HHmmss";

  /** The name of a zone, such as West Africa Time. */
  private static final String ZONE = "vvvv";

  /** The first of a month, which French counts; CLDR has no field for that. */
  private static final Pattern FIRST = Pattern.compile("\\b1 (?=\\p{L}+ [0-9]{4})");

  private static final int KILO = 1_000;
  private static final int MEGA = 1_000_000;

  /** Each is cloned to be used: formats of ICU are for one thread. */
  private static final Map<String, SimpleDateFormat> FORMATS = new ConcurrentHashMap<>();

  private LocalFormats() {}

  /** 5 June 2026. */
  public static String day(Language language, LocalDate day) {
    return format(language, DAY, day.atStartOfDay(ZoneOffset.UTC));
  }

  /** Friday, 5 June 2026. */
  public static String weekday(Language language, LocalDate day) {
    return format(language, WEEKDAY, day.atStartOfDay(ZoneOffset.UTC));
  }

  /** 5 June 2026 at 14:00 (West Africa Time). */
  public static String dayAndTime(Language language, ZonedDateTime at) {
    return format(language, DAY + MINUTE, at) + zoned(language, at);
  }

  /** Friday, 5 June 2026 at 14:00 (West Africa Time). */
  public static String weekdayAndTime(Language language, ZonedDateTime at) {
    return format(language, WEEKDAY + MINUTE, at) + zoned(language, at);
  }

  /** 14:00:05 (UTC). */
  public static String time(Language language, ZonedDateTime at) {
    return format(language, SECOND, at) + zoned(language, at);
  }

  /** Friday, 5 June 2026, 14:00–15:30 (West Africa Time); with both days where they differ. */
  public static String span(Language language, ZonedDateTime from, Instant until) {
    DateIntervalFormat format =
        DateIntervalFormat.getInstance(WEEKDAY + MINUTE, language.icuLocale());
    format.setTimeZone(zone(from.getZone()));
    String said =
        format.format(new DateInterval(from.toInstant().toEpochMilli(), until.toEpochMilli()));
    return counted(language, said) + zoned(language, from);
  }

  private static String zoned(Language language, ZonedDateTime at) {
    return " (" + zone(language, at) + ")";
  }

  /** What a zone is called then. */
  private static String zone(Language language, ZonedDateTime at) {
    boolean universal = at.getZone().normalized().equals(ZoneOffset.UTC);
    return universal ? "UTC" : format(language, ZONE, at);
  }

  private static String format(Language language, String skeleton, ZonedDateTime at) {
    SimpleDateFormat format =
        FORMATS.computeIfAbsent(language.tag() + skeleton, key -> made(language, skeleton)).clone();
    format.setTimeZone(zone(at.getZone()));
    return counted(language, format.format(Date.from(at.toInstant())));
  }

  private static SimpleDateFormat made(Language language, String skeleton) {
    String pattern =
        DateTimePatternGenerator.getInstance(language.icuLocale()).getBestPattern(skeleton);
    return new SimpleDateFormat(pattern, language.icuLocale());
  }

  private static TimeZone zone(ZoneId zone) {
    return TimeZone.getTimeZone(zone instanceof ZoneOffset ? "GMT" + offset(zone) : zone.getId());
  }

  private static String offset(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "" : zone.getId();
  }

  private static String counted(Language language, String said) {
    return language == Language.FRENCH ? FIRST.matcher(said).replaceAll("1er ") : said;
  }

  /** A, B and C. In what is written from the right, each is isolated. */
  public static String list(Language language, List<String> items) {
    return joined(language, ListFormatter.getInstance(language.icuLocale()), items);
  }

  /** A, B or C. In what is written from the right, each is isolated. */
  static String either(Language language, List<String> items) {
    return joined(
        language,
        ListFormatter.getInstance(
            language.icuLocale(), ListFormatter.Type.OR, ListFormatter.Width.WIDE),
        items);
  }

  private static String joined(Language language, ListFormatter format, List<String> items) {
    List<String> apart =
        language.isRightToLeft() ? items.stream().map(IcuMessage::isolated).toList() : items;
    return format.format(apart);
  }

  /** 12 kB, or 2.5 MB; less than a kilobyte is one. */
  public static String bytes(Language language, long bytes) {
    boolean mega = bytes >= MEGA;
    double many = mega ? (double) bytes / MEGA : Math.ceilDiv(bytes, KILO);
    return NumberFormatter.withLocale(language.icuLocale())
        .unit(mega ? MeasureUnit.MEGABYTE : MeasureUnit.KILOBYTE)
        .unitWidth(UnitWidth.SHORT)
        .precision(Precision.maxFraction(1))
        .format(many)
        .toString();
  }
}
