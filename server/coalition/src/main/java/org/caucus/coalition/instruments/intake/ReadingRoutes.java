package org.caucus.coalition.instruments.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.InstrumentCommand;
import org.caucus.coalition.instruments.InstrumentDecider;
import org.caucus.coalition.instruments.Instruments;
import org.caucus.coalition.instruments.cutting.Correction;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** {@code /readings}: a file is read, its outline corrected, and adopted. */
public final class ReadingRoutes implements Routes {
  private static final int PAGE = 1_000;

  private final CommandBus<? extends Instruments.Held> floor;
  private final PendingEditions pending;
  private final ReadingIntake intake;
  private final NewEntries.Uploaded uploads;
  private final AddressRegistry addresses;

  /** Routes on this floor; a new instrument claims its address when it is adopted. */
  public ReadingRoutes(
      CommandBus<? extends Instruments.Held> floor,
      PendingEditions pending,
      ReadingIntake intake,
      NewEntries.Uploaded uploads,
      AddressRegistry addresses) {
    this.floor = floor;
    this.pending = pending;
    this.intake = intake;
    this.uploads = uploads;
    this.addresses = addresses;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("addInstrument", this::add);
    operations.on("listReadings", this::list);
    operations.on("getOutline", this::read);
    operations.on("discardReading", this::discard);
    operations.on("correctOutline", this::correct);
    operations.on("adoptEdition", this::adopt);
  }

  private Instruments.Held state(ApiRequest call) {
    Instruments.Held state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    return state;
  }

  private ApiResponse add(ApiRequest call) {
    Instruments.Held state = state(call);
    state.access().mustPost(call.seat());
    JsonObject body = call.body();
    String file = body.getString("file");
    String text = body.getString("text");
    if ((file == null) == (text == null)) {
      throw Refusal.invalid("file", Message.of("send-a-file-or-a-text"));
    }
    String instrument = body.getString("instrument");
    if (instrument != null) {
      instrument = InstrumentDecider.mustKeep(state, instrument, call.seat()).id();
    }
    String id = pending.idOf(call.workspace(), call.seat(), call.mark());
    ReadingIntake.Sent sent =
        file == null
            ? new ReadingIntake.Sent(body.getString("name", ""), text.getBytes(UTF_8), false)
            : sent(call, file);
    PendingEdition read = intake.read(call, id, sent, state, instrument);
    return ApiResponse.json(201, PendingEditionPresenter.whole(read, call, PAGE));
  }

  private ReadingIntake.Sent sent(ApiRequest call, String upload) {
    Entry.Attached file = uploads.files(call.workspace(), call.seat(), List.of(upload)).getFirst();
    return new ReadingIntake.Sent(file.name(), intake.bytes(call.workspace(), file), true);
  }

  private ApiResponse list(ApiRequest call) {
    state(call);
    JsonArray items = new JsonArray();
    pending
        .all(call.workspace(), call.seat(), call.at())
        .forEach(p -> items.add(PendingEditionPresenter.head(p, p.outline(), call)));
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private PendingEdition own(ApiRequest call) {
    state(call);
    return pending.find(call.workspace(), call.seat(), call.path("id"), call.at());
  }

  private ApiResponse read(ApiRequest call) {
    return ApiResponse.ok(
        PendingEditionPresenter.whole(own(call), call, call.query("limit", PAGE)));
  }

  private ApiResponse discard(ApiRequest call) {
    pending.discard(call.workspace(), call.seat(), own(call));
    return ApiResponse.empty(204);
  }

  private ApiResponse correct(ApiRequest call) {
    state(call).access().mustPost(call.seat());
    JsonArray asked = call.body().getJsonArray("corrections");
    boolean takesBack =
        asked.stream().anyMatch(c -> ((JsonObject) c).getString("change").equals("TAKE_BACK"));
    if (takesBack && asked.size() > 1) {
      throw Refusal.invalid("corrections", Message.of("undo-a-correction-alone"));
    }
    List<Function<Outline, Correction>> steps = new ArrayList<>();
    asked.forEach(c -> steps.add(outline -> correction((JsonObject) c)));
    PendingEdition is =
        pending.change(
            call.workspace(),
            call.seat(),
            call.path("id"),
            call.body().getInteger("version"),
            call.at(),
            p -> takesBack ? p.undone(call.at()) : p.corrected(steps, call.at()));
    return ApiResponse.ok(PendingEditionPresenter.whole(is, call, PAGE));
  }

  private static Correction correction(JsonObject asked) {
    int line = required(asked, "line");
    return switch (asked.getString("change")) {
      case "SET_LEVEL" -> new Correction.Level(line, required(asked, "level"));
      case "SPLIT" -> new Correction.Split(line, required(asked, "at"));
      case "JOIN" -> new Correction.Join(line);
      default -> {
        if (!asked.containsKey("kind")) {
          throw missing("kind");
        }
        yield new Correction.Becomes(line, Segment.Kind.valueOf(asked.getString("kind")));
      }
    };
  }

  private static int required(JsonObject asked, String field) {
    if (!asked.containsKey(field)) {
      throw missing(field);
    }
    return asked.getInteger(field);
  }

  private static Refusal missing(String field) {
    return Refusal.invalid(field, Message.of("this-correction-needs-more"));
  }

  /** What is refused takes no address. */
  private ApiResponse adopt(ApiRequest call) {
    PendingEdition read = own(call);
    PendingEditions.mustBe(read, call.body().getInteger("version"));
    InstrumentCommand.AdoptEdition command = command(read, call.body());
    call.ask(floor, command).await();
    if (command.fresh()) {
      Ref ref = Ref.to(Ref.Kind.INSTRUMENT, command.slug());
      addresses.claim(command.slug(), call.workspace(), ref).await();
    }
    ApiResponse done = ApiResponse.accepted(201, call.submit(floor, command).await());
    pending.adopted(call.workspace(), call.seat(), read.id());
    return done;
  }

  private static InstrumentCommand.AdoptEdition command(PendingEdition read, JsonObject body) {
    Instrument.Details was = read.about();
    Instrument.Details about =
        new Instrument.Details(
            kind(body, was.kind()),
            body.getString("title", was.title()).strip(),
            body.getString("country", was.country()),
            line(body.getString("issuer", was.issuer())),
            body.getString("language", was.language()),
            body.getString("tracker", was.tracker()));
    String audience = body.getString("audience", read.audience());
    String next = read.instrument();
    return new InstrumentCommand.AdoptEdition(
        next == null ? body.getString("slug", read.slug()) : next,
        next == null,
        about,
        about.title(),
        day(body, read.dated()),
        audience == null ? null : Audience.parse(audience),
        read.source(),
        read.outline());
  }

  static Instrument.Kind kind(JsonObject body, Instrument.Kind otherwise) {
    String kind = body.getString("kind");
    return kind == null ? otherwise : Instrument.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
  }

  static @Nullable String line(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  static @Nullable LocalDate day(JsonObject body, @Nullable LocalDate otherwise) {
    String day = body.getString("dated");
    try {
      return day == null ? otherwise : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw Refusal.invalid("dated", Message.of("there-is-no-such-day-write"));
    }
  }
}
