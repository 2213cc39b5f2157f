package org.caucus.letters;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import org.caucus.command.SeatId;

/** Shows held letters as the API's {@code Hold}. */
public final class HoldPresenter {
  private HoldPresenter() {}

  /** A hold. */
  public static JsonObject show(Hold hold) {
    return new JsonObject()
        .put("id", hold.id())
        .put("list", hold.address())
        .put("from", hold.sender())
        .put("subject", hold.subject())
        .put("text", hold.text())
        .put("awaits", hold.awaits().name())
        .put("reasons", new JsonArray(hold.reasons()))
        .put("at", hold.at().toString())
        .put("state", hold.state().name());
  }

  /** The open holds this seat is asked about, oldest first. */
  public static List<Hold> open(Letters.Held state, SeatId reader) {
    return state.letters().holds().values().stream()
        .filter(h -> h.state() == Hold.State.HELD)
        .filter(h -> state.access().canRead(reader, Letters.scope(state, h)))
        .sorted(Comparator.comparing(Hold::at))
        .toList();
  }
}
