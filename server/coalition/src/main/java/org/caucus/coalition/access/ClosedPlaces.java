package org.caucus.coalition.access;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.pcollections.PMap;

/**
 * The lists, trackers and organisations that are archived, and the workspace if it is closed,
 * immutable. All else is open.
 *
 * @param all by place, since when and by whom
 */
public record ClosedPlaces(PMap<Ref, Since> all) {
  /** The key of this state. */
  public static final Slice<ClosedPlaces> SLICE =
      Slice.of(ClosedPlaces.class, new ClosedPlaces(PersistentMap.empty()));

  private static final String ARCHIVED = "archived";

  /** When a place was closed, and by which seat. */
  public record Since(Instant at, SeatId by) {}

  /** Those of this workspace. */
  public static ClosedPlaces of(Members.Held state) {
    return state.slices().get(SLICE);
  }

  /** The workspace as a place. */
  public static Ref workspace(Members members) {
    return Ref.to(Ref.Kind.WORKSPACE, members.slug());
  }

  /** Whether everything is open. */
  public boolean isNone() {
    return all.isEmpty();
  }

  /** Since when this very place is closed; empty if it is open. */
  public Optional<Since> find(Ref place) {
    return Optional.ofNullable(all.get(place));
  }

  /** Puts since when a place is archived, if it is. */
  public static JsonObject put(JsonObject shown, Members.Held state, Ref place) {
    of(state).find(place).ifPresent(since -> shown.put(ARCHIVED, since.at().toString()));
    return shown;
  }

  /** The state after a place was closed. */
  public ClosedPlaces with(Ref place, Since since) {
    return new ClosedPlaces(all.plus(place, since));
  }

  /** The state after a place was opened again. */
  public ClosedPlaces without(Ref place) {
    return new ClosedPlaces(all.minus(place));
  }
}
