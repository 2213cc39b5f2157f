package org.caucus.messaging.inbound.pipeline.steps;

import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.Verdict;

/**
 * Passes on what came to a member's address here, from members alone whose authorship is proven. To
 * anybody else every such address answers the same: it tells nobody who or whether somebody is.
 * What begins a conversation as well reaches that member by it, where it can be answered to all.
 */
record MemberForwarding(AddressPlan plan, SenderTrust trust, PostingSteps.Members members)
    implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    String detail = arrival.to().detail();
    if (!detail.startsWith(AddressPlan.MEMBER)) {
      return PipelineStep.on(arrival);
    }
    if (ConversationPeople.isNamed(arrival, plan)) {
      return PipelineStep.drop(RefusalMessages.CONVERSED);
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
