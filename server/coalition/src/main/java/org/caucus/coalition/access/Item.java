package org.caucus.coalition.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** A thing, as every surface knows it. Who asks one has looked whether its reader can read it. */
public interface Item {
  /** Its kind and id. */
  Ref ref();

  /** Where it stands for the question who may read it. */
  Scope scope();

  /** What people call it; may be empty. */
  String title();

  /**
   * What mail calls it where that stands alone: with its label, and the terms it was said under.
   */
  default String title(Language language) {
    return title();
  }

  /** Whose words it is; null for a place, which is the convenors'. */
  default @Nullable SeatId author() {
    return null;
  }

  /** Seats with a duty in it, who must be able to read it (rule R7). */
  default List<SeatId> duties() {
    return List.of();
  }

  /** Whose it is to do. */
  default List<SeatId> assignees() {
    return duties();
  }

  /** Who began it and waits for what becomes of it; null if nobody does. */
  default @Nullable SeatId openedBy() {
    return null;
  }

  /** Whether it still waits for a word or for work. */
  default boolean isOpen() {
    return true;
  }

  /** All that its head says to somebody, beside the title, as words that are equal when it is. */
  default String head(Predicate<Scope> reads) {
    return "";
  }

  /** What was said with it, for lines that show the first words. */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** What a search narrows by: a list's short name, a tracker's key, a company's; may be empty. */
  default String place() {
    return "";
  }

  /** All that a search finds it by; empty if it is found by what is said in it alone. */
  default Optional<SearchText> searchText() {
    return Optional.empty();
  }

  /** Whether people may open it to more or keep it to fewer. */
  default boolean hasAudience() {
    return true;
  }
}
