package org.caucus.coalition.instruments;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** {@code /instruments}: texts, their editions and provisions, and what belongs to these. */
public final class InstrumentRoutes implements Routes {
  private static final int SEGMENTS = 1_000;

  private final CommandBus<? extends Instruments.Held> floor;

  /** Routes on this floor. */
  public InstrumentRoutes(CommandBus<? extends Instruments.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listInstruments", this::list);
    operations.on("getInstrument", this::read);
    operations.on("updateInstrument", this::change);
    operations.on("withdrawEdition", this::withdraw);
    operations.on("getProvision", this::provision);
    operations.on("listHanging", this::hanging);
    operations.on(
        "addCitation",
        call ->
            act(
                call,
                201,
                new InstrumentCommand.CiteProvision(
                    call.path("slug"),
                    call.path("path"),
                    ref(call.body().getString("kind"), call.body().getString("id")))));
    operations.on("removeCitation", this::remove);
    operations.on("listCitations", this::citations);
    operations.on("exportInstrument", this::export);
  }

  private ApiResponse act(ApiRequest call, int status, Command command) {
    return ApiResponse.accepted(status, call.submit(floor, command).await());
  }

  private Instruments.Held state(ApiRequest call) {
    return floor.read(call.workspace()).await();
  }

  private static Ref ref(String kind, String id) {
    return Ref.to(Ref.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id);
  }

  private ApiResponse list(ApiRequest call) {
    Instruments.Held state = state(call);
    Optional<String> kind = call.query("kind");
    List<Instrument> all =
        InstrumentPresenter.all(state, call.seat()).stream()
            .filter(i -> kind.isEmpty() || kind.get().equals(i.about().kind().name()))
            .toList();
    Paging.Slice<Instrument> slice = Paging.slice(call, all, Instrument::id, Paging.DEFAULT_LIMIT);
    JsonArray items = new JsonArray();
    slice.items().forEach(i -> items.add(InstrumentPresenter.show(state, i, call.seat())));
    return ApiResponse.ok(
        slice.goOn(
            new JsonObject().put("items", items).put("position", state.positionFor(call.seat()))));
  }

  private static Edition edition(ApiRequest call, Instrument instrument) {
    return call.query("edition")
        .map(n -> instrument.edition(Integer.parseInt(n)).orElseThrow(Refusal::absent))
        .orElseGet(instrument::shown);
  }

  private ApiResponse read(ApiRequest call) {
    Instruments.Held state = state(call);
    Instrument instrument = state.mustReadInstrument(call.path("slug"), call.seat());
    Edition edition = edition(call, instrument);
    List<Placed> all = edition.placed().stream().filter(Placed::canBeCited).toList();
    int from = Math.min(all.size(), call.query("after").map(InstrumentRoutes::number).orElse(0));
    int to = Math.min(all.size(), from + call.query("limit", SEGMENTS));
    Map<String, Integer> counts = Hanging.of(state, instrument, call.seat()).counts();
    JsonArray segments = new JsonArray();
    all.subList(from, to).forEach(p -> segments.add(InstrumentPresenter.segment(p, counts)));
    JsonObject shown =
        new JsonObject()
            .put("instrument", InstrumentPresenter.show(state, instrument, call.seat()))
            .put("edition", InstrumentPresenter.edition(instrument, edition))
            .put("may", InstrumentPresenter.may(state, instrument, call.seat()))
            .put("segments", segments)
            .put("position", state.positionFor(call.seat()));
    return ApiResponse.ok(to < all.size() ? shown.put("next", String.valueOf(to)) : shown);
  }

  private static int number(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private ApiResponse change(ApiRequest call) {
    JsonObject body = call.body();
    String kind = body.getString("kind");
    String keeper = body.getString("keeper");
    return act(
        call,
        200,
        new InstrumentCommand.ChangeInstrument(
            call.path("slug"),
            kind == null ? null : Instrument.Kind.valueOf(kind),
            body.getString("title"),
            body.getString("country"),
            body.getString("issuer"),
            body.getString("language"),
            body.getString("tracker"),
            keeper == null ? null : new SeatId(keeper)));
  }

  private ApiResponse withdraw(ApiRequest call) {
    return act(
        call,
        200,
        new InstrumentCommand.WithdrawEdition(
            call.path("slug"),
            Integer.parseInt(call.path("n")),
            call.body().getString("note", "")));
  }

  private ApiResponse provision(ApiRequest call) {
    Instruments.Held state = state(call);
    Instrument instrument = state.mustReadInstrument(call.path("slug"), call.seat());
    String provision = instrument.provision(call.path("path")).orElseThrow(Refusal::absent);
    Edition edition =
        call.query("edition")
            .map(n -> instrument.edition(Integer.parseInt(n)).orElseThrow(Refusal::absent))
            .orElseGet(() -> instrument.having(provision).orElseThrow(Refusal::absent));
    return ApiResponse.ok(
        ProvisionPage.show(state, instrument, edition, provision, call.seat())
            .put("position", state.positionFor(call.seat())));
  }

  private ApiResponse hanging(ApiRequest call) {
    Instruments.Held state = state(call);
    Instrument instrument = state.mustReadInstrument(call.path("slug"), call.seat());
    String provision = instrument.provision(call.path("path")).orElseThrow(Refusal::absent);
    Optional<String> kind = call.query("kind");
    List<Item> all =
        Hanging.of(state, instrument, call.seat()).on(provision).stream()
            .filter(item -> kind.isEmpty() || kind.get().equals(item.ref().kind().wire()))
            .toList();
    Paging.Slice<Item> slice =
        Paging.slice(call, all, item -> item.ref().toString(), Paging.DEFAULT_LIMIT);
    JsonArray items = new JsonArray();
    slice.items().forEach(item -> items.add(InstrumentPresenter.hanging(state, item)));
    return ApiResponse.ok(
        slice.goOn(
            new JsonObject().put("items", items).put("position", state.positionFor(call.seat()))));
  }

  private ApiResponse remove(ApiRequest call) {
    Command command =
        new InstrumentCommand.RemoveCitation(
            call.path("slug"), call.path("path"), ref(call.path("kind"), call.path("id")));
    call.submit(floor, command).await();
    return ApiResponse.empty(204);
  }

  private ApiResponse citations(ApiRequest call) {
    Instruments.Held state = state(call);
    Item item =
        state
            .item(ref(call.path("kind"), call.path("id")), call.seat())
            .filter(i -> InstrumentDecider.CITING.contains(i.ref().kind()))
            .orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), item.scope());
    List<Hanging.Cited> cited = new ArrayList<>();
    Hanging.of(state, item.ref(), call.seat()).limit(50).forEach(cited::add);
    JsonArray items = new JsonArray();
    cited.forEach(c -> items.add(InstrumentPresenter.cited(c)));
    JsonObject shown = new JsonObject().put("items", items);
    ProvisionSuggestion.of(state, item.ref(), call.seat())
        .filter(s -> cited.stream().noneMatch(c -> isSame(c, s)))
        .ifPresent(s -> shown.put("suggestedProvision", InstrumentPresenter.cited(s)));
    return ApiResponse.ok(shown);
  }

  private static boolean isSame(Hanging.Cited one, Hanging.Cited other) {
    return one.placed().provision() != null
        && one.placed().provision().equals(other.placed().provision());
  }

  private ApiResponse export(ApiRequest call) {
    Instruments.Held state = state(call);
    Instrument instrument = state.mustReadInstrument(call.path("slug"), call.seat());
    Edition edition = edition(call, instrument);
    String name = instrument.id() + "-" + edition.number();
    return call.query("format").orElse("text").equals("csv")
        ? ApiResponse.file(
            "text/csv; charset=utf-8",
            name + ".csv",
            Buffer.buffer(InstrumentExport.csv(state, instrument, edition, call.seat())))
        : ApiResponse.file(
            "text/plain; charset=utf-8", name + ".txt", Buffer.buffer(edition.text()));
  }
}
