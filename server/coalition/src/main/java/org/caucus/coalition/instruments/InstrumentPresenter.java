package org.caucus.coalition.instruments;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.trackers.Issue;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Shows instruments, editions and provisions as the API has them. */
public final class InstrumentPresenter {
  private InstrumentPresenter() {}

  /** An instrument, with its editions and without its words. */
  public static JsonObject show(Instruments.Held state, Instrument instrument, SeatId reader) {
    JsonObject shown =
        new JsonObject()
            .put("id", instrument.id())
            .put("slug", instrument.id())
            .put("kind", instrument.about().kind().name())
            .put("title", instrument.title())
            .put("audience", instrument.audience().wire())
            .put("readers", state.access().count(instrument.scope()))
            .put("addedBy", instrument.addedBy().value())
            .put("addedAt", instrument.addedAt().toString());
    about(state, instrument.about(), reader, shown);
    if (instrument.keeper() != null) {
      shown.put("keeper", instrument.keeper().value());
    }
    JsonArray editions = new JsonArray();
    instrument.editions().forEach(e -> editions.add(edition(instrument, e)));
    instrument.current().ifPresent(e -> shown.put("current", e.number()));
    return shown
        .put("editions", editions)
        .put("provisions", instrument.current().map(Edition::provisions).orElse(0));
  }

  /** The tracker is known to those who can read it. */
  private static void about(
      Instruments.Held state, Instrument.Details about, SeatId reader, JsonObject shown) {
    put(shown, "country", about.country());
    put(shown, "issuer", about.issuer());
    put(shown, "language", about.language());
    Optional.ofNullable(about.tracker())
        .filter(key -> state.canRead(reader, Ref.to(Ref.Kind.TRACKER, key)))
        .ifPresent(key -> shown.put("tracker", key));
  }

  static void put(JsonObject shown, String field, @Nullable Object value) {
    if (value != null) {
      shown.put(field, value.toString());
    }
  }

  static JsonObject edition(Instrument instrument, Edition edition) {
    JsonObject shown =
        new JsonObject()
            .put("n", edition.number())
            .put("title", edition.title())
            .put("state", instrument.state(edition).name())
            .put("source", source(edition.source()))
            .put("textSha256", edition.textSha256())
            .put("chars", edition.chars())
            .put("adoptedBy", edition.adoptedBy().value())
            .put("adoptedAt", edition.adoptedAt().toString());
    put(shown, "dated", edition.dated());
    if (edition.withdrawal() != null && !edition.withdrawal().note().isEmpty()) {
      shown.put("note", edition.withdrawal().note());
    }
    return shown;
  }

  /** A source, without where its bytes lie. */
  public static JsonObject source(Edition.Source source) {
    return new JsonObject()
        .put("name", source.name())
        .put("sha256", source.sha256())
        .put("size", source.size());
  }

  static JsonObject segment(Placed placed, Map<String, Integer> hanging) {
    JsonObject shown =
        new JsonObject()
            .put("kind", placed.kind().name())
            .put("level", placed.level())
            .put("number", placed.ownNumber())
            .put("path", placed.path())
            .put("label", placed.label())
            .put("heading", placed.heading())
            .put("text", placed.text())
            .put("hanging", hanging.getOrDefault(placed.provision(), 0));
    put(shown, "provision", placed.provision());
    return shown;
  }

  static JsonArray may(Instruments.Held state, Instrument instrument, SeatId reader) {
    return InstrumentDecider.mayKeep(state, instrument, reader)
        ? new JsonArray().add("EDIT").add("ADD_EDITION").add("WITHDRAW").add("CHANGE_AUDIENCE")
        : new JsonArray();
  }

  static JsonObject link(Placed placed) {
    return new JsonObject()
        .put("provision", placed.provision())
        .put("path", placed.path())
        .put("label", placed.label())
        .put("heading", placed.heading());
  }

  static JsonObject hanging(Instruments.Held state, Item item) {
    JsonObject shown =
        new JsonObject()
            .put("kind", item.ref().kind().wire())
            .put("id", item.ref().id())
            .put("title", item.title())
            .put("readers", state.access().count(item.scope()));
    Audience audience = item.scope().audience();
    shown.put("audience", audience.wire());
    if (item.author() != null) {
      shown.put("author", item.author().value());
    }
    if (item.scope().at() != null) {
      shown.put("at", item.scope().at().toString());
    }
    if (item.ref().kind() == Ref.Kind.ISSUE) {
      state.issues().find(item.ref().id()).map(Issue::label).ifPresent(l -> shown.put("label", l));
    }
    return shown;
  }

  static JsonObject cited(Hanging.Cited cited) {
    return new JsonObject()
        .put("instrument", cited.instrument().id())
        .put("title", cited.instrument().title())
        .put("provision", cited.placed().provision())
        .put("path", cited.placed().path())
        .put("label", cited.placed().said());
  }

  /** The instruments that this seat can read: drafts first, of each kind the newest first. */
  public static List<Instrument> all(Instruments.Held state, SeatId reader) {
    return Hanging.readable(state, reader)
        .sorted(
            Comparator.comparing((Instrument i) -> i.about().kind())
                .thenComparing(Comparator.comparing(Instrument::addedAt).reversed())
                .thenComparing(Instrument::id))
        .toList();
  }
}
