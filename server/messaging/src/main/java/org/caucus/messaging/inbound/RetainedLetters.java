package org.caucus.messaging.inbound;

import java.time.Instant;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.jspecify.annotations.Nullable;

/**
 * A letter on the shelf.
 *
 * @param id in the order of arrival, not to be guessed
 * @param operators whether it was written to the operators; else it is a coalition's, which could
 *     be neither posted nor held, and whose words are not theirs to read
 * @param sender MAIL FROM; null for the null sender
 * @param to the addresses it came to
 */
public record RetainedLetters(
    String id,
    boolean operators,
    @Nullable MailAddress sender,
    Instant received,
    List<Destination> to) {
  static RetainedLetters of(InboxMessage stored) {
    return new RetainedLetters(
        stored.id(),
        stored.workspace().equals(WorkspaceId.SYSTEM),
        stored.sender(),
        stored.received(),
        stored.destinations());
  }
}
