package org.caucus.coalition.access.audience;

import io.vertx.core.json.JsonArray;
import java.util.List;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What a copy says of who reads what from now on. */
public final class ExportedAudienceEvent {
  private final EventExport out;

  private ExportedAudienceEvent(EventExport out) {
    this.out = out;
  }

  /** Puts what is shown of it. */
  public static void put(AudienceEvent event, EventExport to) {
    new ExportedAudienceEvent(to).audience(event);
  }

  private void audience(AudienceEvent event) {
    // not from which audience: who comes by a widening is not told for whom it was before
    out.put("of", EntryPresenter.ref(event.of())).put("to", event.to().wire());
    switch (event) {
      case AudienceEvent.Widened e -> out.put("by", e.by()).put("label", e.label());
      case AudienceEvent.Narrowed e -> out.put("by", e.by()).put("received", seats(e.received()));
      case AudienceEvent.Released e -> out.put("by", e.by());
    }
  }

  private static @Nullable JsonArray seats(@Nullable List<SeatId> seats) {
    return seats == null ? null : new JsonArray(seats.stream().map(SeatId::value).toList());
  }
}
