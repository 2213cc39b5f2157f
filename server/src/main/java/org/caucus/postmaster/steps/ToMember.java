package org.caucus.postmaster.steps;

import java.util.Optional;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Trust;
import org.caucus.postmaster.arrival.Verdict;
import org.caucus.postmaster.arrival.Words;

/**
 * Passes on what came to a member's address here, from members alone whose authorship is proven. To
 * anybody else every such address answers the same: it tells nobody who or whether somebody is.
 */
record ToMember(Trust trust, PostingSteps.Members members) implements Step {
  @Override
  public Next take(Arrival arrival) {
    String detail = arrival.to().detail();
    if (!detail.startsWith(AddressPlan.MEMBER)) {
      return Step.on(arrival);
    }
    Optional<Seat> from =
        Optional.ofNullable(arrival.writer().person())
            .flatMap(arrival.workspace().members()::seatOf);
    if (from.isEmpty()) {
      return Step.refuse(Words.NO_MEMBER);
    }
    if (!trust.proves(arrival.incoming(), arrival.to().address())) {
      return Step.refuse(Words.NOT_PROVEN);
    }
    return members
        .reached(
            detail.substring(AddressPlan.MEMBER.length()), from.get().id(), arrival.workspace())
        .<Next>map(to -> new End(new Verdict.PassOn(from.get().id(), to)))
        .orElse(Step.refuse(Words.NO_MEMBER));
  }
}
