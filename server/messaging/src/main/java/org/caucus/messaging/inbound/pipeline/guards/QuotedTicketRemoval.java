package org.caucus.messaging.inbound.pipeline.guards;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.stream.Stream;
import org.caucus.mail.message.LetterFullText;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.privacy.SignedOrEncrypted;
import org.caucus.mail.message.privacy.TicketRedaction;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * Takes what lets people in or out here out of what is shown: a quote of one's own copy has one's
 * return path and one's way to stop mail. The letter itself is cut when it is sent on; one that is
 * signed cannot be cut, and is refused. What is encrypted cannot be read.
 */
public record QuotedTicketRemoval(TicketRedaction tickets) implements PipelineStep {
  /** Those of an installation with this mail domain. */
  public QuotedTicketRemoval(String domain) {
    this(new TicketRedaction(domain));
  }

  @Override
  public Next take(PipelineContext arrival) {
    RawLetter raw = arrival.incoming().raw();
    if (SignedOrEncrypted.isIn(raw) && words(raw).anyMatch(tickets::isIn)) {
      return PipelineStep.refuse(RefusalMessages.TICKETS);
    }
    return PipelineStep.on(arrival.saying(kept(arrival.text())));
  }

  /** What is kept of these words. */
  public String kept(String words) {
    return tickets.without(words);
  }

  /** Also the fields of a letter within the letter. */
  private static Stream<String> words(RawLetter raw) {
    return Stream.concat(
        LetterFullText.of(raw).stream(), Stream.of(new String(raw.body(), ISO_8859_1)));
  }
}
