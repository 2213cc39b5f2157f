package org.caucus.coalition.access.audience;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can happen to the audience of something that is there. */
public sealed interface AudienceEvent extends Event {
  /** The thing whose audience it was. */
  Ref of();

  /** The audience before. */
  Audience from();

  /** The audience since. */
  Audience to();

  /**
   * More people read the head and what is said from now on; what was said before stays closed.
   *
   * @param label the label from now on; null if it keeps the one it has
   */
  record Widened(Ref of, Audience from, Audience to, SeatId by, @Nullable String label)
      implements AudienceEvent {}

  /**
   * Fewer people read it and all that hangs on it.
   *
   * @param received seats outside that were sent it by mail before
   */
  record Narrowed(Ref of, Audience from, Audience to, SeatId by, List<SeatId> received)
      implements AudienceEvent {
    /** A copy that nobody else can change. */
    public Narrowed {
      received = List.copyOf(received);
    }
  }

  /** The author of an entry let more people read it. */
  record Released(String entry, Audience from, Audience to, SeatId by) implements AudienceEvent {
    @Override
    public Ref of() {
      return Ref.to(Ref.Kind.ENTRY, entry);
    }
  }
}
