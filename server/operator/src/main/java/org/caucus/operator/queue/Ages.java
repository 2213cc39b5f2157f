package org.caucus.operator.queue;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as operators read and write them: {@code 90s}, {@code 15m}, {@code 4h}, {@code 2d}. */
final class Ages {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})([smhd])");
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private Ages() {}

  /** Empty for what is no time. */
  static Optional<Duration> read(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            Duration.ofSeconds(Long.parseLong(matcher.group(1)) * seconds(matcher.group(2))))
        : Optional.empty();
  }

  private static long seconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "m" -> MINUTE;
      case "h" -> HOUR;
      default -> DAY;
    };
  }

  /** In the two largest units. */
  static String write(Duration age) {
    long s = Math.max(0, age.toSeconds());
    if (s < MINUTE) {
      return s + "s";
    }
    if (s < HOUR) {
      return s / MINUTE + "m";
    }
    return s < DAY
        ? s / HOUR + "h " + s % HOUR / MINUTE + "m"
        : s / DAY + "d " + s % DAY / HOUR + "h";
  }
}
