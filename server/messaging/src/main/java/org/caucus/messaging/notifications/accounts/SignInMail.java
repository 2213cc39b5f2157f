package org.caucus.messaging.notifications.accounts;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
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

/** Brings sign-in codes. A code that could not be sent while it was good is not sent at all. */
public final class SignInMail implements Composer {
  /** How long a code is good. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String KIND = "sign-in.code";
  private static final String CODE = "code";
  private static final String PURPOSE = "purpose";

  /** What a code is for; its letter says so, so that nobody gives it away for another. */
  public enum Purpose {
    /** Signing in. */
    SIGN_IN,
    /** Confirming an act of someone who is signed in. */
    CONFIRM,
    /** Adding the address it goes to to an account. */
    ADDRESS
  }

  private final Outbox outbox;
  private final Runnable bell;
  private final SeatAddresses readers;
  private final Site site;
  private final InstantSource clock;

  /**
   * The composer of {@code sign-in.code}, and where codes are handed in.
   *
   * @param bell rung after something was put
   */
  public SignInMail(
      Outbox outbox, Runnable bell, SeatAddresses readers, Site site, InstantSource clock) {
    this.outbox = outbox;
    this.bell = bell;
    this.readers = readers;
    this.site = site;
    this.clock = clock;
  }

  /** Sends a code; succeeds when it is durable in the outbox. */
  public Future<Void> send(String address, String code, Purpose purpose) {
    JsonObject payload = new JsonObject().put(CODE, code).put(PURPOSE, purpose.name());
    DeliveryBatch parcel =
        DeliveryBatch.urgent(
            DeliveryBatch.id(RandomIds.random()), KIND, payload, address, clock.instant());
    return outbox.put(parcel).onSuccess(none -> bell.run());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    boolean late = clock.instant().isAfter(parcel.at().plus(LIFETIME));
    return late
        ? Optional.empty()
        : MailAddress.parse(recipient)
            .map(to -> new OutgoingMail.Composed(OutgoingMail.BOUNCES, to, letter(parcel, to)));
  }

  private Composition letter(DeliveryBatch parcel, MailAddress to) {
    String code = parcel.payload().getString(CODE);
    Purpose purpose = Purpose.valueOf(parcel.payload().getString(PURPOSE, Purpose.SIGN_IN.name()));
    AccountMessages words = new AccountMessages(readers.language(to).await());
    return SystemMail.of(
            site, "noreply", SystemMail.Recipient.person(readers, to, words.language()))
        .write(parcel, words.codeSubject(code, purpose), words.code(code, LIFETIME, purpose));
  }
}
