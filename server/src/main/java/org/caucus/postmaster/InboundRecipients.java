package org.caucus.postmaster;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.caucus.email.MailAddress;
import org.caucus.email.inbound.Recipients;

/**
 * Says which addresses take mail. Whoever asks gets the same answer: who may write where is decided
 * after 250, and told to nobody who could learn from it what exists.
 */
public final class InboundRecipients implements Recipients {
  /** How long an address may take to look up before the peer is asked to come again. */
  public static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(10);

  private final Destinations destinations;

  /** The recipients that these destinations know. */
  public InboundRecipients(Destinations destinations) {
    this.destinations = destinations;
  }

  /** A failing lookup throws, which the peer hears as "try again later". */
  @Override
  public Optional<Refusal> refusal(MailAddress recipient) {
    boolean known =
        destinations
            .find(recipient)
            .timeout(LOOKUP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .await()
            .isPresent();
    return known ? Optional.empty() : Optional.of(Refusal.UNKNOWN);
  }
}
