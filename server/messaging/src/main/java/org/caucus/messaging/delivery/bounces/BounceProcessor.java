package org.caucus.messaging.delivery.bounces;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.dsn.Bounce;
import org.caucus.mail.dsn.BounceReason;
import org.caucus.mail.dsn.DeliveryFailure;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.DeliveryWorker;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.delivery.Verp;
import org.caucus.messaging.distribution.receipts.InvitationLetters;
import org.caucus.messaging.inbound.InboundProcessor;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what comes back, and hears of what the next host refused at once. Whom it is about is told
 * by the return path; why, by the letter.
 */
public final class BounceProcessor implements InboundProcessor.ReturnPath, DeliveryWorker.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(BounceProcessor.class);

  /**
   * Of what was written to an invited address; what was noted of an invitation before welcomes had
   * a name of their own is a notice.
   */
  private static final Set<AddressHealth.Purpose> TO_THE_INVITED =
      EnumSet.of(AddressHealth.Purpose.WELCOME, AddressHealth.Purpose.NOTICE);

  private final Verp verp;
  private final Outbox outbox;
  private final CommandBus<Workspace> floor;
  private final AddressOwners holders;
  private final AddressHealthStore standings;
  private final DeliverySuspension suspension;
  private final InstantSource clock;

  /** A reader notes it in these standings. */
  BounceProcessor(
      Verp verp,
      Outbox outbox,
      CommandBus<Workspace> floor,
      AddressOwners holders,
      AddressHealthStore standings,
      DeliverySuspension suspension,
      InstantSource clock) {
    this.verp = verp;
    this.outbox = outbox;
    this.floor = floor;
    this.holders = holders;
    this.standings = standings;
    this.suspension = suspension;
    this.clock = clock;
  }

  /** One recipient of one parcel. */
  private record Sent(DeliveryBatch parcel, String who) {
    AddressHealth.Purpose purpose() {
      return AddressHealth.Purpose.of(parcel.kind());
    }

    String from() {
      return String.valueOf(parcel.workspace());
    }

    /** The seat it was sent to; empty for what is sent to an address. */
    Optional<SeatId> seat() {
      return who.contains("@") ? Optional.empty() : Optional.of(new SeatId(who));
    }
  }

  @Override
  public void returned(String ticket, String id, byte[] letter, Instant at) {
    Optional<Sent> sent = verp.open(ticket).flatMap(this::find);
    if (sent.isEmpty() || sent.get().parcel().workspace() == null) {
      LOG.info("letter {} came to a return path that is not one of ours, or no longer", id);
      return;
    }
    Bounce bounce = Bounce.of(letter);
    LOG.info(
        "letter {} is about parcel {}: {} failures, complaint {}, departure {}",
        id,
        sent.get().parcel().id(),
        bounce.failures().size(),
        bounce.complaint().isPresent(),
        bounce.departed());
    if (bounce.complaint().isPresent()) {
      complained(sent.get());
    }
    if (bounce.departed()) {
      left(sent.get());
    }
    address(sent.get()).ifPresent(to -> note(sent.get(), to, id, bounce, at));
  }

  /**
   * Providers send their reports to where they know somebody is in charge, {@code abuse@} mostly.
   * Only who has had the letter, or carried it, can name its return path, so a report is believed
   * as one that came there.
   */
  @Override
  public boolean reported(RawLetter letter) {
    Optional<Sent> sent =
        Bounce.complainedOf(letter)
            .map(MailAddress::localPart)
            .filter(local -> local.contains(Verp.MARK))
            .map(local -> local.substring(local.indexOf(Verp.MARK) + Verp.MARK.length()))
            .flatMap(verp::open)
            .flatMap(this::find)
            .filter(s -> s.parcel().workspace() != null);
    sent.ifPresent(
        s -> {
          LOG.info("a report of abuse is about parcel {}", s.parcel().id());
          complained(s);
        });
    return sent.isPresent();
  }

  /**
   * What came back last from an invited address of what its workspace has written to it since,
   * posts and digests aside; what others wrote to it is not its business. Of the moment the day:
   * the hour would tell which letter it was.
   */
  public Future<Optional<InvitationLetters.Back>> cameBack(Workspace state, Invitation invitation) {
    return MailAddress.parse(invitation.address())
        .map(standings::find)
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(
            known ->
                known.map(AddressHealth::returns).orElse(List.of()).reversed().stream()
                    .filter(r -> r.from().equals(state.id().value()))
                    .filter(r -> TO_THE_INVITED.contains(r.purpose()))
                    .filter(r -> !r.at().isBefore(invitation.at()))
                    .findFirst()
                    .map(BounceProcessor::back));
  }

  private static InvitationLetters.Back back(AddressHealth.Return r) {
    Instant day = r.at().truncatedTo(ChronoUnit.DAYS);
    return new InvitationLetters.Back(day, r.reason().name(), r.permanent(), r.status());
  }

  private Optional<Sent> find(Verp.Delivery delivery) {
    return outbox
        .find(delivery.parcelPrefix())
        .await()
        .filter(p -> delivery.index() >= 0 && delivery.index() < p.recipients().size())
        .map(p -> new Sent(p, p.recipients().get(delivery.index()).who()));
  }

  private void note(Sent sent, MailAddress to, String id, Bounce bounce, Instant at) {
    about(bounce.failures(), to)
        .map(
            f ->
                new AddressHealth.Return(
                    id, at, sent.purpose(), f.reason(), f.permanent(), f.status(), sent.from()))
        .ifPresent(back -> note(sent, to, back));
  }

  /**
   * The failure of this address, which the report may call by another name; the worst of several.
   */
  private static Optional<DeliveryFailure> about(List<DeliveryFailure> failures, MailAddress to) {
    return failures.stream()
        .filter(f -> f.address().sameAs(to))
        .findFirst()
        .or(() -> failures.stream().filter(DeliveryFailure::permanent).findFirst())
        .or(() -> failures.stream().findFirst());
  }

  private void note(Sent sent, MailAddress to, AddressHealth.Return back) {
    String workspace = String.valueOf(sent.parcel().workspace());
    AddressHealthStore.Change change =
        standings.change(to, workspace, s -> s.returned(back, workspace)).await();
    if (change.after().state() == AddressHealth.State.SUSPENDED) {
      suspension.suspend(to, change.after()); // again, should the last attempt have been cut short
    }
  }

  /**
   * Where it was sent to. Not known any more when the person has taken another address since: then
   * nothing that comes back says anything about the new one.
   */
  private Optional<MailAddress> address(Sent sent) {
    Instant at = sent.parcel().at();
    if (sent.seat().isPresent()) {
      return seat(sent)
          .flatMap(s -> holders.current(s.person()).await())
          .filter(to -> !to.since().isAfter(at))
          .map(AddressOwners.Held::address);
    }
    return MailAddress.parse(sent.who())
        .filter(a -> holders.holder(a).await().map(p -> heldThen(p, a, at)).orElse(true));
  }

  private boolean heldThen(String person, MailAddress address, Instant at) {
    return holders.all(person).await().stream()
        .anyMatch(held -> held.address().sameAs(address) && !held.since().isAfter(at));
  }

  private Optional<Seat> seat(Sent sent) {
    WorkspaceId workspace = sent.parcel().workspace();
    if (workspace == null || sent.seat().isEmpty()) {
      return Optional.empty();
    }
    Workspace state = floor.read(workspace).await();
    return Optional.ofNullable(state.members().seats().get(sent.seat().get()));
  }

  private void complained(Sent sent) {
    seat(sent).filter(Seat::active).ifPresent(s -> suspension.stopQuietly(sent.parcel(), s));
  }

  private void left(Sent sent) {
    WorkspaceId workspace = sent.parcel().workspace();
    Optional<Seat> seat = seat(sent).filter(Seat::active);
    if (workspace != null && seat.isPresent()) {
      suspension.submit(workspace, null, new ListCommand.HintDeparture(seat.get().id()));
    }
  }

  /**
   * The next host said no while we spoke with it, or not now for days. What is lost with this
   * process is learned from the next letter.
   */
  @Override
  public void undelivered(DeliveryBatch parcel, String recipient, DeliveryOutcome fate) {
    if (parcel.workspace() == null) {
      return;
    }
    Sent sent = new Sent(parcel, recipient);
    if (fate instanceof DeliveryOutcome.Rejected f) {
      Thread.startVirtualThread(() -> failed(sent, f.reason(), f.enhanced()));
    }
    // without a status no host said anything of the letter: it was ours that could not be reached
    if (fate instanceof DeliveryOutcome.GivenUp f && !f.enhanced().isEmpty()) {
      Thread.startVirtualThread(
          () -> failed(sent, BounceReason.of(f.enhanced(), ""), f.enhanced()));
    }
  }

  private void failed(Sent sent, BounceReason reason, String status) {
    try {
      String id = sent.parcel().id() + "/" + sent.who();
      var back =
          new AddressHealth.Return(
              id, clock.instant(), sent.purpose(), reason, true, status, sent.from());
      address(sent).ifPresent(to -> note(sent, to, back));
    } catch (Exception e) {
      LOG.warn("parcel {} could not be noted as refused: {}", sent.parcel().id(), name(e));
    }
  }

  private static String name(@Nullable Throwable e) {
    return e == null ? "" : e.getClass().getName();
  }
}
