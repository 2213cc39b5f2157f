package org.caucus.postmaster.steps;

import java.util.Optional;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.PipelineContext;
import org.caucus.postmaster.arrival.PipelineStep;
import org.caucus.postmaster.arrival.RefusalMessages;
import org.caucus.postmaster.arrival.SenderTrust;
import org.caucus.postmaster.arrival.Verdict;

/**
 * Passes on what came to a member's address here, from members alone whose authorship is proven. To
 * anybody else every such address answers the same: it tells nobody who or whether somebody is.
 */
record MemberForwarding(SenderTrust trust, PostingSteps.Members members) implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    String detail = arrival.to().detail();
    if (!detail.startsWith(AddressPlan.MEMBER)) {
      return PipelineStep.on(arrival);
    }
    Optional<Seat> from =
        Optional.ofNullable(arrival.writer().person())
            .flatMap(arrival.workspace().members()::seatOf);
    if (from.isEmpty()) {
      return PipelineStep.refuse(RefusalMessages.NO_MEMBER);
    }
    if (!trust.proves(arrival.incoming(), arrival.to().address())) {
      return PipelineStep.refuse(RefusalMessages.NOT_PROVEN);
    }
    return members
        .reached(
            detail.substring(AddressPlan.MEMBER.length()), from.get().id(), arrival.workspace())
        .<Next>map(to -> new End(new Verdict.PassOn(from.get().id(), to)))
        .orElse(PipelineStep.refuse(RefusalMessages.NO_MEMBER));
  }
}
