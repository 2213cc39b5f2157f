package org.caucus.coalition.access.viewas;

import java.time.Duration;
import java.time.Instant;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.ViewAs;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.pcollections.PMap;

/** When each look last began, by its id; immutable. */
public record ViewAsSessions(PMap<SeatId, Instant> begun) {
  /** How long one look lasts; who looks longer begins anew, and that is noted again. */
  public static final Duration SITTING = Duration.ofHours(8);

  /** The key of this state. */
  public static final Slice<ViewAsSessions> SLICE = Slice.of(ViewAsSessions.class, none());

  /** What anyone who holds the state of looks can be asked. */
  public interface Held extends Members.Held {
    /** The looks. */
    default ViewAsSessions looks() {
      return slices().get(SLICE);
    }
  }

  /** Nobody looked. */
  public static ViewAsSessions none() {
    return new ViewAsSessions(PersistentMap.empty());
  }

  /** Whether this look began within the sitting. */
  public boolean open(ViewAs look, Instant now) {
    Instant began = begun.get(look.id());
    return began != null && now.isBefore(began.plus(SITTING));
  }

  /** The state after an event. */
  public ViewAsSessions evolve(ViewAsEvent event, Instant at) {
    return switch (event) {
      case ViewAsEvent.Begun e ->
          new ViewAsSessions(begun.plus(new ViewAs(e.by(), e.company()).id(), at));
    };
  }
}
