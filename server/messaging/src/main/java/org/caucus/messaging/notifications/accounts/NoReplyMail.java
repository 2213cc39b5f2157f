package org.caucus.messaging.notifications.accounts;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.caucus.kernel.RandomIds;
import org.caucus.mail.message.Automation;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.jspecify.annotations.Nullable;

/**
 * Answers letters to the address that codes and notices about accounts come from: nobody reads
 * them, and who wrote one is told so. The letter itself is not kept. Machines get no answer (RFC
 * 3834), and nobody more than {@link AutoReplyLimit} allows.
 */
public final class NoReplyMail implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "noreply.answer";

  private final Outbox outbox;
  private final Runnable bell;
  private final SeatAddresses readers;
  private final Site site;
  private final InstantSource clock;
  private final AutoReplyLimit limit = AutoReplyLimit.ofAnswers();

  /**
   * The composer of {@code noreply.answer}, and where such letters are handed in.
   *
   * @param bell rung after something was put
   */
  public NoReplyMail(
      Outbox outbox, Runnable bell, SeatAddresses readers, Site site, InstantSource clock) {
    this.outbox = outbox;
    this.bell = bell;
    this.readers = readers;
    this.site = site;
    this.clock = clock;
  }

  /**
   * Answers a letter, unless a machine wrote it; succeeds when the answer is durable.
   *
   * @param sender of its envelope; null for none
   */
  public Future<Void> answer(@Nullable MailAddress sender, byte[] letter) {
    boolean ours = sender != null && sender.asciiDomain().equalsIgnoreCase(site.domain());
    if (sender == null || ours || Automation.of(RawLetter.of(letter), sender).isPresent()) {
      return Future.succeededFuture();
    }
    String id = DeliveryBatch.id(RandomIds.random());
    if (limit.left(sender, false, id, clock.instant(), () -> false) < 0) {
      return Future.succeededFuture();
    }
    DeliveryBatch parcel =
        DeliveryBatch.urgent(id, KIND, new JsonObject(), sender.toString(), clock.instant());
    return outbox.put(parcel).onSuccess(none -> bell.run());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    return MailAddress.parse(recipient)
        .filter(to -> limit.left(to, false, parcel.id(), clock.instant(), () -> false) >= 0)
        .map(to -> new OutgoingMail.Composed(OutgoingMail.BOUNCES, to, letter(parcel, to)));
  }

  private Composition letter(DeliveryBatch parcel, MailAddress to) {
    return SystemMail.of(
            site, "noreply", SystemMail.Recipient.plain(to, readers.language(to).await()))
        .write(parcel, AccountMessages.PHRASES, "noreply", Map.of());
  }
}
