package org.caucus.coalition.instruments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caucus.kernel.SeatId;
import org.caucus.platform.csv.CsvWriter;

/** The provisions of an edition as a table. */
final class InstrumentExport {
  private InstrumentExport() {}

  static String csv(Instruments.Held state, Instrument instrument, Edition edition, SeatId reader) {
    StringBuilder out = new StringBuilder(CsvWriter.MARK);
    out.append(
        CsvWriter.row(
            List.of("provision", "path", "label", "kind", "level", "heading", "text", "cited")));
    Map<String, Integer> counts = Hanging.of(state, instrument, reader).counts();
    edition.placed().stream()
        .filter(Placed::canBeCited)
        .forEach(p -> out.append(row(p, counts.getOrDefault(p.provision(), 0))));
    return out.toString();
  }

  private static String row(Placed placed, int cited) {
    return CsvWriter.row(
        List.of(
            String.valueOf(placed.provision()),
            placed.path(),
            placed.label(),
            placed.kind().name().toLowerCase(Locale.ROOT),
            String.valueOf(placed.level()),
            placed.heading(),
            placed.text(),
            String.valueOf(cited)));
  }
}
