package org.caucus.messaging.notifications.accounts;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.NamedAddress;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.workspace.Workspace;

/**
 * Tells whose a webhook is that a program of theirs could not be told something: that it waits, or
 * that no more of it is kept. Holds no word that a member wrote. Leaves after their quiet hours.
 */
public final class WebhookMail implements Composer {
  private static final String KIND = "webhook.trouble";
  private static final String KEPT = "kept";

  private final CommandBus<Workspace> floor;
  private final Outbox outbox;
  private final Runnable bell;
  private final SeatAddresses addresses;
  private final Site site;
  private final InstantSource clock;

  /**
   * The composer of {@code webhook.trouble}, and where it is handed in.
   *
   * @param bell rung after something was put
   */
  public WebhookMail(
      CommandBus<Workspace> floor,
      Outbox outbox,
      Runnable bell,
      SeatAddresses addresses,
      Site site,
      InstantSource clock) {
    this.floor = floor;
    this.outbox = outbox;
    this.bell = bell;
    this.addresses = addresses;
    this.site = site;
    this.clock = clock;
  }

  /**
   * Says once that something could not be told to a program of theirs; succeeds when that is
   * durable.
   *
   * @param turn the same however often it is said, another after it was sent again
   * @param kept whether it waits until they have it sent again; else it was let go
   */
  public Future<?> say(WorkspaceId workspace, SeatId seat, String turn, boolean kept) {
    String id = DeliveryBatch.id(workspace.value(), turn, KIND, Boolean.toString(kept));
    JsonObject payload = new JsonObject().put(KEPT, kept);
    return floor
        .read(workspace)
        .map(state -> state.lists().habits().now(seat).leaves(clock.instant()))
        .map(
            (Instant at) ->
                DeliveryBatch.of(id, workspace, KIND, payload, List.of(seat.value()), at))
        .compose(outbox::put)
        .onSuccess(put -> bell.run());
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Anyone who is here no more has no webhook either. */
  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    WorkspaceId workspace = parcel.workspace();
    if (workspace == null) {
      return Optional.empty();
    }
    Workspace state = floor.read(workspace).await();
    Seat seat = state.members().seats().get(new SeatId(recipient));
    return seat == null || !seat.active()
        ? Optional.empty()
        : addresses
            .mailboxes(seat.person())
            .await()
            .map(theirs -> letter(state, seat.id(), parcel, theirs));
  }

  private OutgoingMail letter(
      Workspace state, SeatId seat, DeliveryBatch parcel, SeatAddresses.Mailboxes theirs) {
    String slug = state.members().slug();
    AccountMessages words = new AccountMessages(theirs.language());
    boolean kept = parcel.payload().getBoolean(KEPT);
    String page = site.page(slug, "updates");
    Composition letter =
        SystemMail.of(
                site,
                "noreply",
                SystemMail.Recipient.member(
                    state, seat, NamedAddress.of(theirs.receiving()), words.language()))
            .write(parcel, words.webhookSubject(slug), words.webhook(slug, kept, page));
    return new OutgoingMail.Composed(slug, theirs.receiving(), letter);
  }
}
