package org.caucus.coalition.companies;

import java.time.Instant;
import java.util.Objects;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.SeatId;

/** Whether a company has answered a request that is an issue. Pure. */
record UnansweredRequests(Updates.Held state, String company) {
  /** Whether nothing was said to it under the issue, or in an update about it, for its asker. */
  boolean waits(Updates.Asked asked) {
    return !isSaid(asked) && !isPosted(asked);
  }

  private boolean isSaid(Updates.Asked asked) {
    Scope issue = asked.what().scope();
    return state.entries().under(asked.what().ref()).stream()
        .filter(e -> !e.at().isBefore(asked.since(company)) && isOurs(e.seat()))
        .anyMatch(e -> canRead(asked, issue.holds(e.audience(), e.at())));
  }

  private boolean isPosted(Updates.Asked asked) {
    Instant since = asked.since(company);
    return state.updates().byId().values().stream()
        .filter(u -> u.company().equals(company) && u.stands() && u.at().isAfter(since))
        .filter(u -> u.particulars().links().contains(asked.what().ref()))
        .anyMatch(u -> canRead(asked, u.scope()));
  }

  /** Anyone who is not here any more, and has no successor, keeps no request open. */
  private boolean canRead(Updates.Asked asked, Scope scope) {
    SeatId asker = state.members().heir(asked.by());
    return !state.members().isActive(asker) || state.access().canRead(asker, scope);
  }

  private boolean isOurs(SeatId speaker) {
    Seat seat = state.members().seats().get(speaker);
    return seat != null
        && seat.role() == Role.LIAISON
        && Objects.equals(seat.organisation(), company);
  }
}
