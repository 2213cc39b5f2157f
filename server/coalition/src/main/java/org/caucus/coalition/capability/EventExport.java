package org.caucus.coalition.capability;

import io.vertx.core.json.JsonObject;
import java.util.function.Predicate;
import org.caucus.kernel.Ref;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** What a member's own copy says of one event, put together field by field. */
public final class EventExport {
  private final JsonObject shown;
  private final Predicate<Ref> reads;

  /**
   * Of an event with this name.
   *
   * @param reads what its reader can read now: what else it leads to is not named (R8)
   */
  public EventExport(String name, Predicate<Ref> reads) {
    this.shown = new JsonObject().put("type", name);
    this.reads = reads;
  }

  /** All that was put. */
  public JsonObject json() {
    return shown;
  }

  /** Whether its reader can read this. */
  public boolean reads(Ref ref) {
    return reads.test(ref);
  }

  /** Left out where its reader cannot read it. What is chosen for notices names no list. */
  public EventExport link(String field, Ref.Kind kind, @Nullable String id) {
    boolean isShown = id != null && (id.isEmpty() || reads.test(Ref.to(kind, id)));
    return put(field, isShown ? id : null);
  }

  /** What is null is left out; yes, no and numbers are words here. */
  public EventExport put(String field, @Nullable Object value) {
    Object json = JsonFields.value(value);
    if (json != null) {
      shown.put(field, json instanceof Boolean || json instanceof Number ? json.toString() : json);
    }
    return this;
  }
}
