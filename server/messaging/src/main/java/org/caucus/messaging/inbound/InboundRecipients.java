package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.server.RecipientCheck;
import org.caucus.messaging.inbound.pipeline.Destination;

/**
 * Says which addresses take mail. Anyone who asks gets the same answer: who may write where is
 * decided after 250, and told to nobody who could learn from it what exists.
 */
public final class InboundRecipients implements RecipientCheck {
  /** How long an address may take to look up before the peer is asked to come again. */
  public static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(10);

  private static final Future<Optional<Refusal>> UNKNOWN =
      Future.succeededFuture(Optional.of(Refusal.UNKNOWN));

  private final Destinations destinations;
  private final Function<WorkspaceId, Future<Boolean>> taking;

  /**
   * The recipients that these destinations know.
   *
   * @param taking whether letters for a workspace are taken now
   */
  public InboundRecipients(
      Destinations destinations, Function<WorkspaceId, Future<Boolean>> taking) {
    this.destinations = destinations;
    this.taking = taking;
  }

  /** A failing lookup throws, which the peer hears as "try again later". */
  @Override
  public Optional<Refusal> refusal(MailAddress recipient) {
    return destinations
        .find(recipient)
        .compose(found -> found.map(this::refusal).orElse(UNKNOWN))
        .timeout(LOOKUP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .await();
  }

  /** A workspace that cannot be loaded cannot sort its letters: their senders keep them. */
  private Future<Optional<Refusal>> refusal(Destination to) {
    return to.workspace().equals(WorkspaceId.SYSTEM)
        ? Future.succeededFuture(Optional.empty())
        : taking
            .apply(to.workspace())
            .map(taken -> taken ? Optional.empty() : Optional.of(Refusal.TRY_LATER));
  }
}
