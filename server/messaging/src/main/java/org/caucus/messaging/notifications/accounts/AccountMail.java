package org.caucus.messaging.notifications.accounts;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.RandomIds;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.recipients.SeatAddresses;

/** Tells a person, at each of their addresses, of what somebody did about their account. */
public final class AccountMail implements Composer {
  private static final String KIND = "account.notice";
  private static final String WHAT = "what";

  private final Outbox outbox;
  private final Runnable bell;
  private final SeatAddresses readers;
  private final Site site;
  private final InstantSource clock;

  /**
   * The composer of {@code account.notice}, and where notices are handed in.
   *
   * @param bell rung after something was put
   */
  public AccountMail(
      Outbox outbox, Runnable bell, SeatAddresses readers, Site site, InstantSource clock) {
    this.outbox = outbox;
    this.bell = bell;
    this.readers = readers;
    this.site = site;
    this.clock = clock;
  }

  /** Sends it to each of the addresses; succeeds when it is durable in the outbox. */
  public Future<Void> send(List<MailAddress> addresses, String what) {
    List<Future<?>> put =
        addresses.stream().<Future<?>>map(to -> put(to.toString(), what)).toList();
    return Future.all(put).onSuccess(all -> bell.run()).mapEmpty();
  }

  private Future<?> put(String to, String what) {
    JsonObject payload = new JsonObject().put(WHAT, what);
    return outbox.put(
        DeliveryBatch.urgent(
            DeliveryBatch.id(RandomIds.random()), KIND, payload, to, clock.instant()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    return MailAddress.parse(recipient)
        .map(to -> new OutgoingMail.Composed(OutgoingMail.BOUNCES, to, letter(parcel, to)));
  }

  private Composition letter(DeliveryBatch parcel, MailAddress to) {
    AccountMessages words = new AccountMessages(readers.language(to).await());
    String text = words.notice(parcel.payload().getString(WHAT));
    return SystemMail.of(
            site, "noreply", SystemMail.Recipient.person(readers, to, words.language()))
        .write(parcel, words.noticeSubject(), text);
  }
}
