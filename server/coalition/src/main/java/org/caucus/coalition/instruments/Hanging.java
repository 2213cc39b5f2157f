package org.caucus.coalition.instruments;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** What hangs on provisions, as far as one reader can read it. */
final class Hanging {
  private final Instruments.Held state;
  private final Instrument instrument;
  private final Predicate<Scope> reads;

  private Hanging(Instruments.Held state, Instrument instrument, SeatId reader) {
    this.state = state;
    this.instrument = instrument;
    this.reads = state.access().asked(reader);
  }

  static Hanging of(Instruments.Held state, Instrument instrument, SeatId reader) {
    return new Hanging(state, instrument, reader);
  }

  /** How many things the reader knows of, by provision. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    instrument.citations().stream()
        .filter(c -> readable(c.on()).isPresent())
        .forEach(c -> counts.merge(c.provision(), 1, Integer::sum));
    return counts;
  }

  /** Those of one provision, the newest link first. */
  List<Item> on(String provision) {
    return instrument.citations().reversed().stream()
        .filter(c -> c.provision().equals(provision))
        .flatMap(c -> readable(c.on()).stream())
        .toList();
  }

  private Optional<Item> readable(Ref on) {
    return state.item(on).filter(item -> reads.test(item.scope()));
  }

  /** The provisions that a thing is about, of all instruments that the reader can read. */
  static Stream<Cited> of(Instruments.Held state, Ref on, SeatId reader) {
    return readable(state, reader)
        .flatMap(
            instrument ->
                instrument.citations().stream()
                    .filter(c -> c.on().equals(on))
                    .flatMap(c -> Cited.of(instrument, c.provision()).stream()));
  }

  /** The instruments that this seat can read, in a stable order. */
  static Stream<Instrument> readable(Instruments.Held state, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return state.instruments().byId().values().stream()
        .filter(i -> reads.test(i.scope()))
        .sorted(Comparator.comparing(Instrument::id));
  }

  /** A provision with the edition in which it stands. */
  record Cited(Instrument instrument, Edition edition, Placed placed) {
    static Optional<Cited> of(Instrument instrument, String provision) {
      return instrument
          .having(provision)
          .flatMap(e -> e.place(provision).map(p -> new Cited(instrument, e, p)));
    }
  }
}
