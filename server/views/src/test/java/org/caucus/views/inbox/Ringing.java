package org.caucus.views.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.EventDescription;
import org.caucus.workspace.Workspace;

/** What rings for a seat, for tests of other packages. */
public final class Ringing {
  private Ringing() {}

  /** All that rings for this seat, the newest first: when, why, and what of it is shown. */
  public static List<String> all(Workspace now, SeatId seat, Instant at) {
    return NotificationInbox.rings(now, seat, at).stream()
        .map(r -> r.commit().id() + " " + r.why() + " " + r.thing() + " " + shown(r.happening()))
        .toList();
  }

  /** Not since when its thread is read, which is as early as that of a hidden thread it took in. */
  private static String shown(EventDescription happening) {
    return happening.verb() + " " + happening.ref() + " " + happening.under();
  }

  /** This seat reads all up to that commit, in one tab or another. */
  public static void read(ReadStates readings, WorkspaceId workspace, SeatId seat, long sequence) {
    ReadState unused = readings.change(workspace, seat, was -> was.allUpTo(sequence));
  }

  /** Ids of the entries of a commit that ring for this seat. */
  public static Set<String> entries(Workspace now, Commit commit, SeatId seat) {
    Seat here = now.members().seats().get(seat);
    if (here == null || !here.active() || commit.at().isBefore(here.start())) {
      return Set.of();
    }
    return NotificationInbox.ring(now, commit, seat).stream()
        .map(ring -> ring.happening().ref())
        .filter(ref -> ref.kind() == Ref.Kind.ENTRY)
        .map(Ref::id)
        .collect(Collectors.toSet());
  }
}
