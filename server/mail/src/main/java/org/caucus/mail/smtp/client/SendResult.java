package org.caucus.mail.smtp.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caucus.mail.message.MailAddress;

/**
 * What became of a letter for each recipient.
 *
 * @param outcomes one for each recipient, in the order they were given
 */
public record SendResult(Map<MailAddress, RecipientOutcome> outcomes) {
  /** Keeps the outcomes as they are now, in order. */
  public SendResult {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  /** Whether every recipient's host took the letter. */
  public boolean allAccepted() {
    return outcomes.values().stream().allMatch(o -> o instanceof RecipientOutcome.Accepted);
  }
}
