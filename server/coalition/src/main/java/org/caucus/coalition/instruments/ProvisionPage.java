package org.caucus.coalition.instruments;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Item;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** A provision with what stands around it, its words in each edition, and what hangs on it. */
final class ProvisionPage {
  /** Things that hang on it, of which the page shows the newest. */
  private static final int SHOWN = 50;

  private ProvisionPage() {}

  static JsonObject show(
      Instruments.Held state,
      Instrument instrument,
      Edition edition,
      String provision,
      SeatId reader) {
    List<Placed> all = edition.placed().stream().filter(Placed::canBeCited).toList();
    Placed placed = edition.place(provision).orElseThrow(Refusal::absent);
    int at = all.indexOf(placed);
    Hanging hanging = Hanging.of(state, instrument, reader);
    Map<String, Integer> counts = hanging.counts();
    JsonArray below = new JsonArray();
    below(all, at).forEach(p -> below.add(InstrumentPresenter.segment(p, counts)));
    JsonArray above = new JsonArray();
    above(all, at).forEach(p -> above.add(InstrumentPresenter.link(p)));
    JsonObject shown =
        new JsonObject()
            .put("instrument", InstrumentPresenter.show(state, instrument, reader))
            .put("edition", InstrumentPresenter.edition(instrument, edition))
            .put("provision", InstrumentPresenter.segment(placed, counts))
            .put("above", above)
            .put("below", below)
            .put("wordings", wordings(instrument, provision));
    if (at > 0) {
      shown.put("before", InstrumentPresenter.link(all.get(at - 1)));
    }
    if (at + 1 < all.size()) {
      shown.put("after", InstrumentPresenter.link(all.get(at + 1)));
    }
    return hanging(state, hanging.on(provision), shown);
  }

  private static JsonObject hanging(Instruments.Held state, List<Item> on, JsonObject shown) {
    JsonArray items = new JsonArray();
    List<Item> first = on.subList(0, Math.min(SHOWN, on.size()));
    first.forEach(item -> items.add(InstrumentPresenter.hanging(state, item)));
    shown.put("hanging", items);
    return on.size() > SHOWN ? shown.put("next", first.getLast().ref().toString()) : shown;
  }

  /** Its own parts: what follows deeper than it. */
  private static List<Placed> below(List<Placed> all, int at) {
    int end = at + 1;
    while (end < all.size() && all.get(end).level() > all.get(at).level()) {
      end++;
    }
    return all.subList(at + 1, end);
  }

  private static List<Placed> above(List<Placed> all, int at) {
    List<Placed> above = new ArrayList<>();
    int level = all.get(at).level();
    for (int i = at - 1; i >= 0 && level > 1; i--) {
      if (all.get(i).level() < level) {
        level = all.get(i).level();
        above.addFirst(all.get(i));
      }
    }
    return above;
  }

  private static JsonArray wordings(Instrument instrument, String provision) {
    JsonArray wordings = new JsonArray();
    Placed before = null;
    for (Edition edition : instrument.editions()) {
      Placed placed = edition.place(provision).orElse(null);
      if (placed != null) {
        wordings.add(
            new JsonObject()
                .put("edition", edition.number())
                .put("path", placed.path())
                .put("label", placed.label())
                .put("changed", changed(before, placed)));
        before = placed;
      }
    }
    return wordings;
  }

  private static boolean changed(@Nullable Placed before, Placed placed) {
    return before != null && !before.storedText().equals(placed.storedText());
  }
}
