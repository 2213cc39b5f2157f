package org.caucus.coalition.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of themselves beside their name. Anyone who is here reads it, as they do the
 * name; it goes with the seat when that ends.
 *
 * @param title what they do in their organisation; may be empty
 * @param pronunciation how their name is said; may be empty
 * @param languages in which they write, as in BCP 47
 * @param hours when they work; null if they do not say
 */
public record SeatProfile(
    String title, String pronunciation, List<String> languages, @Nullable WorkingHours hours) {
  /** Nothing was said yet. */
  public static final SeatProfile NONE = new SeatProfile("", "", List.of(), null);

  /** A copy that nobody else can change. */
  public SeatProfile {
    languages = List.copyOf(languages);
  }
}
