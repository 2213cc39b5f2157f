package org.caucus.platform.i18n;

import java.time.Duration;

/** Lengths of time in English words, for logs and operators. */
public final class EnglishDurations {
  private EnglishDurations() {}

  /** The two largest units, such as {@code 47 h 59 min}; less than a second is {@code 0 s}. */
  public static String words(Duration duration) {
    long seconds = duration.abs().toSeconds();
    long days = seconds / 86_400;
    long hours = seconds / 3_600 % 24;
    long minutes = seconds / 60 % 60;
    if (days >= 3) {
      return days + " days" + more(hours, "h");
    }
    if (seconds >= 3_600) {
      return (seconds / 3_600) + " h" + more(minutes, "min");
    }
    return minutes > 0 ? minutes + " min" + more(seconds % 60, "s") : seconds + " s";
  }

  private static String more(long number, String unit) {
    return number == 0 ? "" : " " + number + " " + unit;
  }
}
