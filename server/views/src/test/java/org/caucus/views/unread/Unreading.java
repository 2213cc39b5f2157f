package org.caucus.views.unread;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/** What a seat that never read anything has not read, for tests of other packages. */
public final class Unreading {
  private Unreading() {}

  /** All that is unread, in order: in what, how much, from where to where, and what is shown. */
  public static List<String> all(Workspace now, SeatId seat, Instant at) {
    return unread(now, seat, at).stream()
        .map(u -> u.ref() + " " + u.count() + " " + u.first().ref() + " " + u.last().ref())
        .toList();
  }

  /** Where what is unread begins and ends, in all conversations. */
  public static Set<Ref> ends(Workspace now, SeatId seat, Instant at) {
    return unread(now, seat, at).stream()
        .flatMap(u -> Stream.of(u.first().ref(), u.last().ref()))
        .collect(Collectors.toSet());
  }

  private static List<UnreadPosts.Unread> unread(Workspace now, SeatId seat, Instant at) {
    return UnreadPosts.of(now, PostIndex.EMPTY.with(now), ReadMarks.NONE, seat, at);
  }
}
