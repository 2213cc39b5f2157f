package org.caucus.messaging.distribution.recall;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.CopyHolders;
import org.caucus.coalition.access.audience.PostRecall;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/**
 * Who holds a mailed copy of what is taken back: that does not come back.
 *
 * @param received knows who was sent a thing by mail
 */
public record RecalledCopyHolders(CopyHolders received) {
  /** The seats, other than its author's. Blocks. */
  public List<SeatId> of(Workspace state, Ref post, SeatId author) {
    Ref whole = PostRecall.with(state, post, author);
    return received.of(state.id(), whole, author).stream()
        .filter(s -> !s.equals(author))
        .sorted(Comparator.comparing(SeatId::value))
        .toList();
  }

  /** How many of each organisation, by its name: without names of people. Blocks. */
  public Map<String, Integer> heads(Workspace state, Ref post, SeatId author) {
    Map<String, Integer> heads = new TreeMap<>();
    for (SeatId holder : of(state, post, author)) {
      Seat seat = Objects.requireNonNull(state.members().seats().get(holder));
      heads.merge(state.members().organisationOf(seat).name(), 1, Integer::sum);
    }
    return heads;
  }
}
