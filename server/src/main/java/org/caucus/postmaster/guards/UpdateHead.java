package org.caucus.postmaster.guards;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caucus.letters.Intent;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.updates.asked.UpdateAsks;
import org.caucus.updates.asked.UpdateLines;
import org.caucus.updates.asked.UpdateLines.Reading;

/**
 * Reads what a company's letter asks of the update it becomes, by lines at its head. All of it is
 * done, or nothing is drafted.
 */
public record UpdateHead() implements Step {
  @Override
  public Next take(Arrival arrival) {
    if (!(arrival.intent() instanceof Intent.NewUpdate i) || arrival.seat() == null) {
      return Step.on(arrival);
    }
    Head head = Head.of(arrival.text(), UpdateLines::isKey, UpdateLines.MAX_LINES);
    Reading reading = read(arrival, head.lines());
    if (reading.wrong() != null) {
      return refused(arrival, reading);
    }
    Function<UpdateAsks, Arrival> drafting =
        asks ->
            asks.equals(UpdateAsks.NOTHING)
                ? arrival
                : arrival.saying(head.rest()).towards(new Intent.NewUpdate(i.company(), asks));
    return Head.undoable(
            arrival,
            head.lines(),
            some ->
                Optional.of(read(arrival, some))
                    .filter(r -> r.wrong() == null)
                    .map(r -> drafting.apply(r.asks())))
        .orElseGet(() -> Step.on(drafting.apply(reading.asks())));
  }

  private static Reading read(Arrival arrival, List<Head.Line> lines) {
    return UpdateLines.read(
        lines.stream().map(l -> new UpdateLines.Line(l.key(), l.value())).toList(),
        arrival.incoming().received());
  }

  /** The lines, put right where they are not understood. */
  static List<Head.Line> right(Arrival arrival, List<Head.Line> lines) {
    Reading reading = read(arrival, lines);
    return reading.wrong() == null ? lines : shown(reading);
  }

  private static List<Head.Line> shown(Reading reading) {
    return reading.example().stream().map(l -> new Head.Line(l.key(), l.value())).toList();
  }

  private static Next refused(Arrival arrival, Reading reading) {
    return Head.refused(arrival, Words.ASKS_UPDATE_WRONGLY + reading.wrong(), shown(reading));
  }
}
