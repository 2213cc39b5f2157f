package org.caucus.views.push;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.caucus.views.inbox.NotificationInbox;
import org.caucus.views.inbox.NotificationInbox.Ring;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/** What the devices of a seat are told, for tests of other packages. */
public final class Pushing {
  private Pushing() {}

  /** What is shown of the entries of a commit to a seat which chose names and titles. */
  public static Set<String> entries(Workspace now, Commit commit, SeatId seat, Instant at) {
    Seat here = now.members().seats().get(seat);
    if (here == null || !here.active()) {
      return Set.of();
    }
    return Stream.of(commit)
        .filter(c -> !c.at().isBefore(here.start())) // who comes later had no device then
        .flatMap(c -> NotificationInbox.ring(now, c, seat).stream())
        .filter(ring -> ring.happening().ref().kind() == Ref.Kind.ENTRY)
        .filter(ring -> NotificationInbox.rung(now, ring.commit()).contains(seat))
        .map(ring -> ring.happening().ref().id() + " " + shown(now, ring, seat, at))
        .collect(Collectors.toSet());
  }

  private static String shown(Workspace now, Ring ring, SeatId seat, Instant at) {
    PushDevice device =
        new PushDevice(
            "device",
            now.id(),
            seat,
            "sign-in",
            new PushDevice.Target("https://push.example/1", "key", "auth", "server"),
            "Firefox",
            "t",
            at,
            null,
            null,
            List.of());
    return PushContent.of(now, device, List.of(ring), 1, true, Language.ENGLISH).getString("title");
  }
}
