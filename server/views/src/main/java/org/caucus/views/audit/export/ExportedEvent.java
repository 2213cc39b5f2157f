package org.caucus.views.audit.export;

import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;
import org.caucus.coalition.capability.EventExport;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.EventTypes;

/**
 * What a reader is shown of an event that they may know of: what pages show too, and nothing that
 * is only the server's, such as accounts, keys and where bytes lie. Each capability says it of its
 * own. What is shown of one is never changed, or older copies would look altered; only what else it
 * names is there or not as its reader can read that, and {@link MemberExportVerifier} knows it.
 */
final class ExportedEvent {
  private ExportedEvent() {}

  /**
   * What is shown of it.
   *
   * @param reads what its reader can read now: what else it leads to is not named (R8)
   */
  static JsonObject of(Event event, Predicate<Ref> reads) {
    EventExport shown = new EventExport(EventTypes.of(event), reads);
    Capabilities.export(event, shown);
    return shown.json();
  }
}
