package org.caucus.coalition.updates;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.coalition.mentions.MentionPresenter;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;

/** Shows updates and the board of companies as the API does, as one seat sees them. */
public final class UpdatePresenter {
  /** A company that said nothing for this long is shown as silent. */
  public static final Duration SILENCE = Duration.ofDays(14);

  private static final JsonFields<Shown> UPDATE =
      JsonFields.of(
          "Update",
          Shown.class,
          "id company kind stage title body attribution audience readers seat at via version"
              + " stagedAt entries");

  private UpdatePresenter() {}

  private record Shown(Update update, int readers, int version, Instant stagedAt, int entries) {}

  /** An update. */
  public static JsonObject show(Updates.Held state, Update update, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    JsonObject shown =
        UPDATE.json(
            new Shown(
                update,
                state.access().count(update.scope()),
                update.seenBy(reads).number(),
                stagedAt(update, reads),
                VisibleEntries.count(state, update.ref(), update.scope(), reader)));
    UpdateLifecyclePresenter.add(shown, state, update, reader);
    MentionPresenter.add(shown, state, update.ref(), update.body());
    if (update.keeper() != null && !update.keeper().equals(update.seat())) {
      shown.put("keeper", update.keeper().value());
    }
    return shown;
  }

  /** When it came to its stage; when it was opened to this reader if it had come to it before. */
  private static Instant stagedAt(Update update, Predicate<Scope> reads) {
    return update.pastFor(reads).stream()
        .filter(past -> !past.correction())
        .map(UpdateLifecycle.Past::at)
        .reduce(update.seenBy(reads).since(), (first, second) -> second);
  }

  /** An update as it is now, for the person who corrected an older version. */
  static Map<String, Object> current(Updates.Held state, Update update, SeatId reader) {
    return show(state, update, reader).getMap();
  }

  /** The updates this seat can read, newest first. */
  public static List<Update> feed(Updates.Held state, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return state.updates().feed().reversed().stream()
        .map(id -> Objects.requireNonNull(state.updates().byId().get(id)))
        .filter(update -> reads.test(update.scope()))
        .toList();
  }

  /** Each company's last update and how long ago, as far as this seat can see. */
  public static JsonArray board(Updates.Held state, SeatId reader, Instant now) {
    JsonArray board = new JsonArray();
    for (Organisation company : state.members().parties()) {
      if (company.side() == Side.COMPANY) {
        board.add(line(state, company.slug(), reader, now));
      }
    }
    return board;
  }

  /** One company's line of the board. */
  public static JsonObject line(Updates.Held state, String company, SeatId reader, Instant now) {
    List<Update> of =
        feed(state, reader).stream().filter(u -> u.company().equals(company)).toList();
    JsonObject line = new JsonObject().put("company", company).put("updates", of.size());
    if (of.isEmpty()) {
      // nobody is silent before they had the time to speak
      Organisation here = state.members().organisations().get(company);
      return line.put("silent", here == null || isLong(here.since(), now));
    }
    Duration ago = Duration.between(of.get(0).at(), now);
    return line.put("lastUpdateAt", of.get(0).at().toString())
        .put("daysSince", Math.max(0, ago.toDays()))
        .put("silent", isLong(of.get(0).at(), now));
  }

  private static boolean isLong(Instant since, Instant now) {
    return Duration.between(since, now).compareTo(SILENCE) >= 0;
  }
}
