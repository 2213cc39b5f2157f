package org.caucus.bell;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.workspace.Workspace;

/** What rings for a seat, for tests of other packages. */
public final class Ringing {
  private Ringing() {}

  /** Ids of the entries that ring for this seat. */
  public static Set<String> entries(Workspace now, SeatId seat, Instant at) {
    return Bell.rings(now, seat, at).stream()
        .map(ring -> ring.happening().ref())
        .filter(ref -> ref.kind() == Ref.Kind.ENTRY)
        .map(Ref::id)
        .collect(Collectors.toSet());
  }
}
