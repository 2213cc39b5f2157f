package org.caucus.messaging.delivery.bounces;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.DeliveryPreferences;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Holds back the mail to an address in all workspaces of the person who has it, tells them
 * elsewhere, and lets it begin again. Every step may be done twice and happens once.
 */
final class DeliverySuspension {
  private final CommandBus<Workspace> floor;
  private final Function<String, List<WorkspaceId>> workspacesOf;
  private final AddressOwners holders;
  private final AddressHealthStore standings;
  private final Outbox outbox;
  private final InstantSource clock;

  /**
   * @param workspacesOf where a person has a seat; may block
   */
  DeliverySuspension(
      CommandBus<Workspace> floor,
      Function<String, List<WorkspaceId>> workspacesOf,
      AddressOwners holders,
      AddressHealthStore standings,
      Outbox outbox,
      InstantSource clock) {
    this.floor = floor;
    this.workspacesOf = workspacesOf;
    this.holders = holders;
    this.standings = standings;
    this.outbox = outbox;
    this.clock = clock;
  }

  void suspend(MailAddress address, AddressHealth standing) {
    Optional<String> person = holders.holder(address).await().filter(p -> receives(p, address));
    if (person.isEmpty()) {
      return; // nothing is sent there any more
    }
    for (WorkspaceId workspace : workspacesOf.apply(person.get())) {
      seats(workspace, person.get())
          .forEach(s -> submit(workspace, null, new ListCommand.SuspendMail(s.id())));
    }
    tell(address, standing, person.get());
  }

  private boolean receives(String person, MailAddress address) {
    return holders.current(person).await().filter(h -> h.address().sameAs(address)).isPresent();
  }

  private void tell(MailAddress address, AddressHealth standing, String person) {
    for (AddressOwners.Held other : holders.all(person).await()) {
      if (!other.address().sameAs(address)) {
        String id =
            DeliveryBatch.id(
                standings.index(address),
                "suspended",
                standing.countsFrom().toString(),
                other.address().comparisonForm());
        JsonObject payload = new JsonObject().put(SuspensionMail.ADDRESS, address.toString());
        put(id, standing.workspace(), SuspensionMail.KIND, payload, other.address());
      }
    }
  }

  /** Of all that a complaint could mean, the least: this mail, to this seat, and nobody is told. */
  void stopQuietly(DeliveryBatch parcel, Seat seat) {
    WorkspaceId workspace = parcel.workspace();
    if (workspace == null) {
      return;
    }
    Workspace state = floor.read(workspace).await();
    Optional<WeeklyMailing> weekly = weekly(parcel);
    String list = list(state, parcel);
    submit(
        workspace,
        seat.id(),
        weekly
            .<Command>map(letter -> without(state, seat, letter))
            .orElseGet(() -> new ListCommand.SetDelivery(list, Delivery.NONE)));
    JsonObject payload =
        new JsonObject().put(ComplaintMail.SEAT, seat.id().value()).put(ComplaintMail.LIST, list);
    weekly.ifPresent(letter -> payload.put(ComplaintMail.WEEKLY, letter.name()));
    holders
        .current(seat.person())
        .await()
        .ifPresent(
            to ->
                put(
                    DeliveryBatch.id(parcel.id(), "complaint", seat.id().value()),
                    workspace.value(),
                    ComplaintMail.KIND,
                    payload,
                    to.address()));
  }

  /** The weekly letter that it was; empty for any other. */
  private static Optional<WeeklyMailing> weekly(DeliveryBatch parcel) {
    return Optional.ofNullable(parcel.payload().getString(ComplaintMail.WEEKLY))
        .map(WeeklyMailing::valueOf);
  }

  /** All mail as it was, but for one weekly letter. */
  private static Command without(Workspace state, Seat seat, WeeklyMailing letter) {
    DeliveryPreferences habits = state.lists().habits();
    return new ListCommand.ChoosePersonalMail(
        habits.now(seat.id()).weekly(letter, false), habits.now(seat.id(), "").mode());
  }

  /** The list whose mail it was, a post or a digest; the empty string for notices. */
  private static String list(Workspace state, DeliveryBatch parcel) {
    String entry = parcel.payload().getString("entry", "");
    return state
        .entries()
        .find(entry)
        .map(Entry::parent)
        .flatMap(thread -> state.lists().thread(thread.id()))
        .map(thread -> thread.list())
        .orElseGet(() -> parcel.payload().getString("list", ""));
  }

  private void put(String id, String workspace, String kind, JsonObject payload, MailAddress to) {
    List<String> who = List.of(to.toString());
    WorkspaceId from = new WorkspaceId(workspace);
    outbox.put(DeliveryBatch.of(id, from, kind, payload, who, clock.instant())).await();
  }

  /** Mail to this person is sent again to all seats of theirs; {@code here} it was said. */
  void resume(String person, WorkspaceId here) {
    holders
        .current(person)
        .await()
        .ifPresent(
            to ->
                standings
                    .change(to.address(), here.value(), s -> s.cleared(clock.instant()))
                    .await());
    workspacesOf.apply(person).forEach(workspace -> resumeIn(workspace, person));
  }

  /** A person takes mail elsewhere from now on: what came back before says nothing of that. */
  void moved(String person) {
    Optional<MailAddress> to = holders.current(person).await().map(AddressOwners.Held::address);
    Optional<AddressHealth> known = to.flatMap(a -> standings.find(a).await());
    if (known.isPresent()) {
      String from = known.get().workspace();
      standings.change(to.orElseThrow(), from, s -> s.cleared(clock.instant())).await();
    }
    workspacesOf.apply(person).forEach(workspace -> resumeIn(workspace, person));
  }

  private void resumeIn(WorkspaceId workspace, String person) {
    Workspace state = floor.read(workspace).await();
    seats(workspace, person).stream()
        .filter(s -> state.lists().trouble(s.id()).suspended() != null)
        .forEach(s -> submit(workspace, s.id(), new ListCommand.ResumeMail(s.id())));
  }

  private List<Seat> seats(WorkspaceId workspace, String person) {
    return floor.read(workspace).await().members().seatsOf(person);
  }

  /** Puts a command; that it is so already, or that the seat has ended, is as good. */
  void submit(WorkspaceId workspace, @Nullable SeatId by, Command command) {
    floor
        .submit(workspace, by, command, null)
        .mapEmpty()
        .recover(e -> e instanceof Refusal ? Future.succeededFuture() : Future.failedFuture(e))
        .await();
  }
}
