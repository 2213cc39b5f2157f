package org.caucus.messaging.distribution.receipts;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.kernel.Event;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What became of the letters of open invitations: anyone who invites is told when one was refused,
 * and why, so that the address is mended. For convenors, who see the addresses too.
 */
public final class InvitationLetters {
  private final Outbox outbox;
  private final String kind;
  private final Returned returned;

  /** Knows what came back after the mail host had taken a letter. */
  @FunctionalInterface
  public interface Returned {
    /** From an invited address, of this workspace's letters; empty if nothing did. */
    Future<Optional<Back>> from(Workspace state, Invitation invitation);
  }

  /**
   * That a letter came back.
   *
   * @param reason the class of reason
   * @param permanent whether it is not tried any more
   */
  public record Back(Instant day, String reason, boolean permanent, String status) {}

  /**
   * Asks this outbox.
   *
   * @param kind of parcel that invitations are
   */
  public InvitationLetters(Outbox outbox, String kind, Returned returned) {
    this.outbox = outbox;
    this.kind = kind;
    this.returned = returned;
  }

  /** What became of the letter of each of these, by the id of the invitation. Blocks. */
  public Map<String, JsonObject> of(Workspace state, List<Invitation> open) {
    Map<String, Invitation> byParcel = parcels(state, open);
    Map<String, Future<JsonObject>> asked = new HashMap<>();
    for (DeliveryBatch parcel : outbox.byIds(List.copyOf(byParcel.keySet()))) {
      Invitation invitation = byParcel.get(parcel.id());
      if (invitation != null) {
        asked.put(
            invitation.id(), course(state, invitation, parcel.recipients().getFirst().fate()));
      }
    }
    Future.all(List.copyOf(asked.values())).await();
    Map<String, JsonObject> told = new HashMap<>();
    asked.forEach((id, course) -> told.put(id, course.result()));
    return told;
  }

  /** Whether the email of an invitation did not arrive, and is not tried any more. Blocks. */
  public boolean isUndelivered(Workspace state, Invitation invitation) {
    JsonObject course = of(state, List.of(invitation)).get(invitation.id());
    return course != null
        && Set.of("REJECTED", "RETURNED", "GIVEN_UP").contains(course.getString("state"));
  }

  /** The parcels of these invitations, which are called by the commits that made them. */
  private Map<String, Invitation> parcels(Workspace state, List<Invitation> open) {
    Map<String, Invitation> byId = new HashMap<>();
    open.forEach(invitation -> byId.put(invitation.id(), invitation));
    Map<String, Invitation> byParcel = new HashMap<>();
    for (int i = state.history().size() - 1; i >= 0 && byParcel.size() < open.size(); i--) {
      Commit commit = state.history().get(i);
      List<Event> events = commit.events();
      for (int n = 0; n < events.size(); n++) {
        if (events.get(n) instanceof MemberEvent.Invited invited
            && byId.containsKey(invited.id())) {
          String cause = commit.id() + "/" + n;
          byParcel.put(DeliveryBatch.id(state.id().value(), cause, kind), byId.get(invited.id()));
        }
      }
    }
    return byParcel;
  }

  private Future<JsonObject> course(Workspace state, Invitation invitation, DeliveryOutcome fate) {
    JsonObject told = shown(DeliveryStatusOfSeat.of(invitation.by(), fate));
    return switch (fate) {
      case DeliveryOutcome.Rejected f ->
          Future.succeededFuture(told.put("reason", f.reason().name()));
      case DeliveryOutcome.Sent f ->
          returned
              .from(state, invitation)
              .map(back -> back.map(InvitationLetters::shown).orElse(told));
      case DeliveryOutcome.Waiting f -> Future.succeededFuture(told);
      case DeliveryOutcome.GivenUp f ->
          Future.succeededFuture(told.put("state", DeliveryStatusOfSeat.State.GIVEN_UP.name()));
      case DeliveryOutcome.Withheld f -> Future.succeededFuture(told);
    };
  }

  private static JsonObject shown(DeliveryStatusOfSeat course) {
    JsonObject shown = new JsonObject().put("state", course.state().name());
    if (course.at() != null) {
      shown.put("at", course.at().toString());
    }
    if (course.code() != 0) {
      shown.put("code", course.code());
    }
    return course.status().isEmpty() ? shown : shown.put("status", course.status());
  }

  private static JsonObject shown(Back back) {
    JsonObject shown =
        new JsonObject()
            .put(
                "state", back.permanent() ? "RETURNED" : DeliveryStatusOfSeat.State.RETRYING.name())
            .put("at", back.day().toString())
            .put("reason", back.reason());
    return back.status().isEmpty() ? shown : shown.put("status", back.status());
  }
}
