package org.caucus.messaging.inbound.pipeline.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.moderation.Hold;
import org.caucus.mail.message.LetterFullText;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Asks the sender of a letter that quotes what fewer people can read, in any of its parts: also in
 * the alternative that is not shown, and in a letter sent along. What was said off record is not
 * carried further however its sender answers: such a letter is refused.
 */
public record QuoteLeakGuard(QuoteDetector quotes) implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Seat seat = arrival.seat();
    if (seat == null || arrival.intent() == null) {
      return PipelineStep.on(arrival);
    }
    List<String> texts = new ArrayList<>(LetterFullText.of(arrival.incoming().raw()));
    texts.add(arrival.text());
    texts.add(arrival.incoming().letter().subject());
    arrival.incoming().letter().attachments().forEach(file -> texts.add(file.fileName()));
    texts.addAll(arrival.incoming().enclosed());
    Optional<QuoteDetector.Narrower> found =
        quotes.find(arrival.workspace(), seat.id(), arrival.readers(), texts);
    if (found.filter(QuoteDetector.Narrower::offRecord).isPresent()) {
      return PipelineStep.refuse(RefusalMessages.OFF_RECORD);
    }
    return PipelineStep.on(
        found.isPresent() ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.QUOTES) : arrival);
  }
}
