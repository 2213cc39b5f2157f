package org.caucus.workspace;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** What a page shows of one thing to one reader. */
final class Page implements ChangedThings {
  private final SeatId reader;
  private final Ref ref;
  private final JsonObject shown = new JsonObject();

  private Page(SeatId reader, Ref ref) {
    this.reader = reader;
    this.ref = ref;
  }

  static JsonObject of(
      Workspace now, Capability<? super Workspace, ?> capability, Ref ref, SeatId reader) {
    Page page = new Page(reader, ref);
    capability.show(now, ref, page);
    return page.shown;
  }

  static boolean reads(Workspace now, SeatId reader, Ref ref) {
    return now.scopeOf(ref).filter(scope -> now.access().canRead(reader, scope)).isPresent();
  }

  /** Whether this is of the thing itself, and not of what hangs on it. */
  static boolean names(JsonObject shown, Ref ref) {
    return Stream.of("id", "slug", "key", "list")
        .anyMatch(name -> ref.id().equals(shown.getValue(name)));
  }

  @Override
  public SeatId reader() {
    return reader;
  }

  @Override
  public String domain() {
    return "lists.example";
  }

  @Override
  public Instant at() {
    return Given.START;
  }

  @Override
  public void add(String kind, JsonObject thing) {
    if (names(thing, ref)) {
      shown.mergeIn(thing);
    }
  }

  @Override
  public void all(String kind, JsonArray things) {}

  @Override
  public void put(Ref other) {}
}
