package org.caucus.issues;

import java.util.Locale;
import org.caucus.members.Audience;

/**
 * Numbers issues per tracker and audience class (R8): each class has its own row of numbers, so
 * whoever can read one issue of a class can read its neighbours, and a gap never tells of a hidden
 * one. Issues for named seats get a random end instead of a number. The word between key and number
 * keeps the rows apart whatever a company is called.
 */
final class Labels {
  private static final int RANDOM_CHARS = 6;

  private Labels() {}

  /** What all labels of this tracker and class begin with. */
  static String series(String key, Audience audience) {
    return switch (audience) {
      case Audience.Everyone e -> key + "-";
      case Audience.CivilSociety c -> key + "-CS-";
      case Audience.WithCompany w -> key + "-WITH-" + w.company().toUpperCase(Locale.ROOT) + "-";
      case Audience.CompanyOnly c -> key + "-ONLY-" + c.company().toUpperCase(Locale.ROOT) + "-";
      case Audience.Named n -> key + "-N-";
    };
  }

  static String next(String key, Audience audience, int used, String random) {
    String end =
        audience instanceof Audience.Named
            ? random.substring(0, RANDOM_CHARS).toUpperCase(Locale.ROOT)
            : Integer.toString(used + 1);
    return series(key, audience) + end;
  }
}
