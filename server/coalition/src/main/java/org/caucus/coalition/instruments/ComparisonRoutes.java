package org.caucus.coalition.instruments;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.instruments.aligning.WordDiff;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** {@code /instruments/{slug}/comparison}: two editions, provision by provision. */
public final class ComparisonRoutes implements Routes {
  private static final int ROWS = 1_000;

  private final CommandBus<? extends Instruments.Held> floor;

  /** Routes on this floor. */
  public ComparisonRoutes(CommandBus<? extends Instruments.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("getComparison", this::compare);
  }

  private ApiResponse compare(ApiRequest call) {
    Instruments.Held state = floor.read(call.workspace()).await();
    Instrument instrument = state.mustReadInstrument(call.path("slug"), call.seat());
    Edition to =
        call.query("to")
            .map(n -> instrument.edition(Integer.parseInt(n)).orElseThrow(Refusal::absent))
            .orElseGet(instrument::shown);
    Edition from =
        call.query("from")
            .map(n -> instrument.edition(Integer.parseInt(n)).orElseThrow(Refusal::absent))
            .orElseGet(() -> before(instrument, to));
    List<EditionComparison.Row> all = EditionComparison.of(from, to);
    boolean changed = call.query("changed").orElse("false").equals("true");
    List<EditionComparison.Row> wanted =
        all.stream()
            .filter(row -> !changed || row.change() != EditionComparison.Change.SAME)
            .toList();
    int first =
        Math.min(wanted.size(), call.query("after").map(ComparisonRoutes::number).orElse(0));
    int end = Math.min(wanted.size(), first + call.query("limit", ROWS));
    Map<String, Integer> counts = Hanging.of(state, instrument, call.seat()).counts();
    JsonArray rows = new JsonArray();
    wanted.subList(first, end).forEach(row -> rows.add(row(row, counts)));
    JsonObject tally = new JsonObject();
    EditionComparison.counts(all).forEach((change, n) -> tally.put(change.name(), n));
    JsonObject shown =
        new JsonObject()
            .put("instrument", InstrumentPresenter.show(state, instrument, call.seat()))
            .put("from", InstrumentPresenter.edition(instrument, from))
            .put("to", InstrumentPresenter.edition(instrument, to))
            .put("counts", tally)
            .put("rows", rows)
            .put("position", state.positionFor(call.seat()));
    return ApiResponse.ok(end < wanted.size() ? shown.put("next", String.valueOf(end)) : shown);
  }

  /** The edition before it that stands. */
  private static Edition before(Instrument instrument, Edition to) {
    return instrument.editions().stream()
        .filter(edition -> edition.number() < to.number() && edition.stands())
        .reduce((one, later) -> later)
        .orElseThrow(() -> Refusal.conflict(Message.of("there-is-no-earlier-edition")));
  }

  private static int number(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static JsonObject row(EditionComparison.Row row, Map<String, Integer> hanging) {
    Placed before = row.before();
    Placed after = row.after();
    Placed maybe = row.maybe();
    JsonObject shown =
        new JsonObject()
            .put("change", row.change().name())
            .put("level", row.shown().level())
            .put("hanging", hanging.getOrDefault(row.shown().provision(), 0));
    if (before != null) {
      shown.put("before", InstrumentPresenter.link(before));
    }
    if (after != null) {
      shown.put("after", InstrumentPresenter.link(after));
    }
    if (maybe != null) {
      shown.put("maybe", InstrumentPresenter.link(maybe));
    }
    JsonArray spans = new JsonArray();
    spans(before == null ? "" : before.text().strip(), after == null ? "" : after.text().strip())
        .forEach(s -> spans.add(new JsonObject().put("is", s.kind().name()).put("text", s.text())));
    return shown.put("spans", spans);
  }

  private static List<WordDiff.Span> spans(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      boolean gone = after.isEmpty();
      return List.of(
          new WordDiff.Span(
              gone ? WordDiff.Kind.REMOVED : WordDiff.Kind.ADDED, gone ? before : after));
    }
    return WordDiff.of(before, after);
  }
}
