package org.caucus.coalition.entries;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** What one seat sees of the entries under a thing; counts are of these, never of all. */
public final class VisibleEntries {
  private VisibleEntries() {}

  /** The entries this seat can read, oldest first. */
  public static List<Entry> entries(Entries.Held state, Ref parent, Scope scope, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return state.entries().under(parent).stream()
        .filter(e -> reads.test(scope.holds(e.audience(), e.at())))
        .toList();
  }

  /** How many entries this seat can read. */
  public static int count(Entries.Held state, Ref parent, Scope scope, SeatId reader) {
    return state.entries().siblings(parent).count(scope, state.access().asked(reader));
  }

  /** The last entry this seat can read, if any. */
  public static Optional<Entry> last(Entries.Held state, Ref parent, Scope scope, SeatId reader) {
    return Optional.ofNullable(
        state.entries().siblings(parent).last(scope, state.access().asked(reader)));
  }

  /** The entry that a thing began with, if this seat can read it. */
  public static Optional<Entry> first(Entries.Held state, Ref parent, Scope scope, SeatId reader) {
    return state.entries().under(parent).stream()
        .limit(1)
        .filter(e -> state.access().canRead(reader, scope.holds(e.audience(), e.at())))
        .findFirst();
  }

  /** Some of the entries of a thing that a seat can read, as the API shows them to it. */
  public static JsonArray show(Entries.Held state, List<Entry> some, Scope scope, SeatId reader) {
    JsonArray shown = new JsonArray();
    some.forEach(e -> shown.add(EntryPresenter.show(state, e, scope, reader)));
    return shown;
  }
}
