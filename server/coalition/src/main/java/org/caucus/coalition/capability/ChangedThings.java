package org.caucus.coalition.capability;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** Takes the new form of things that a commit changed, as one seat may see them. */
public interface ChangedThings {
  /** Who reads it. */
  SeatId reader();

  /** The mail domain of this server. */
  String domain();

  /** When it is read. */
  Instant at();

  /** Adds a thing to those of its kind. */
  void add(String kind, JsonObject thing);

  /** All there are of a kind: one that is not among them is gone. */
  void all(String kind, JsonArray things);

  /** Puts another thing too, if the reader can read it. */
  void put(Ref ref);
}
