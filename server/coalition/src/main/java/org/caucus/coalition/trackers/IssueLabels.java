package org.caucus.coalition.trackers;

import java.util.Locale;
import org.caucus.coalition.access.Audience;

/**
 * Numbers issues per tracker and audience class (R8): each class has its own row of numbers, so
 * anyone who can read one issue of a class can read its neighbours, and a gap never tells of a
 * hidden one. Issues for named seats get a random end instead of a number. The word between key and
 * number keeps the rows apart whatever a company is called.
 */
final class IssueLabels {
  private static final int RANDOM_CHARS = 6;

  /** Most characters of a tracker's key. */
  private static final int KEY_CHARS = 10;

  private IssueLabels() {}

  /**
   * The key of a new tracker. One for named seats ends at random: every convenor is inside all
   * other ceilings that a convenor can choose, so only such a tracker can be hidden from one, and
   * the person who wishes for a key is not told that it is taken by it (R8).
   */
  static String key(String wished, Audience ceiling, String random) {
    return ceiling instanceof Audience.Named
        ? wished.substring(0, Math.min(wished.length(), KEY_CHARS - RANDOM_CHARS))
            + random.substring(0, RANDOM_CHARS).toUpperCase(Locale.ROOT)
        : wished;
  }

  /** What all labels of this tracker and class begin with. */
  static String series(String key, Audience audience) {
    return switch (audience) {
      case Audience.Everyone e -> key + "-";
      case Audience.CivilSociety c -> key + "-CS-";
      case Audience.WithCompany w -> key + "-WITH-" + w.company().toUpperCase(Locale.ROOT) + "-";
      case Audience.CompanyOnly c -> key + "-ONLY-" + c.company().toUpperCase(Locale.ROOT) + "-";
      case Audience.OrganisationOnly o ->
          key + "-ONLY-" + o.organisation().toUpperCase(Locale.ROOT) + "-";
      case Audience.Between b -> key + "-B-";
      case Audience.Named n -> key + "-N-";
    };
  }

  static String next(String key, Audience audience, int used, String random) {
    String end =
        audience instanceof Audience.Named || audience instanceof Audience.Between
            ? random.substring(0, RANDOM_CHARS).toUpperCase(Locale.ROOT)
            : Integer.toString(used + 1);
    return series(key, audience) + end;
  }
}
