package org.caucus.messaging.distribution.receipts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/** Shows who got a post as the API's {@code Deliveries}. */
final class DeliveryPresenter {
  private final Workspace state;
  private final Entry entry;
  private final SeatId reader;

  DeliveryPresenter(Workspace state, Entry entry, SeatId reader) {
    this.state = state;
    this.entry = entry;
    this.reader = reader;
  }

  JsonObject show(List<DeliveryStatusOfSeat> courses) {
    JsonArray items = new JsonArray();
    courses.forEach(course -> items.add(show(LedgerRow.of(state, entry, reader, course))));
    JsonObject of =
        new JsonObject().put("kind", entry.parent().kind().wire()).put("id", entry.parent().id());
    return new JsonObject().put("entry", entry.id()).put("of", of).put("items", items);
  }

  private static JsonObject show(LedgerRow row) {
    JsonObject shown =
        new JsonObject().put("seat", row.seat().value()).put("state", row.state().name());
    Instant at = row.at();
    if (at != null) {
      shown.put("at", at.toString());
    }
    return row.reply().isEmpty() ? shown : shown.put("reply", row.reply());
  }
}
