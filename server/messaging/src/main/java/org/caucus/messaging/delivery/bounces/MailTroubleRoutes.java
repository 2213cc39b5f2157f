package org.caucus.messaging.delivery.bounces;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.Lists;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** {@code /mail-trouble}: whose mail does not arrive; lets it be sent again. */
public final class MailTroubleRoutes implements Routes {
  /** Seats looked up at once. */
  private static final int AT_ONCE = 100;

  private final CommandBus<Workspace> floor;
  private final AddressOwners holders;
  private final AddressHealthStore standings;
  private final DeliverySuspension suspension;

  MailTroubleRoutes(
      CommandBus<Workspace> floor,
      AddressOwners holders,
      AddressHealthStore standings,
      DeliverySuspension suspension) {
    this.floor = floor;
    this.holders = holders;
    this.standings = standings;
    this.suspension = suspension;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listMailTroubles", this::list);
    operations.on("resumeMail", this::resume);
  }

  /** To convenors all of them, to everybody their own. */
  private ApiResponse list(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    Seat reader = state.access().mustBeActive(call.seat());
    List<Seat> seats =
        state.members().active().stream()
            .filter(s -> s.id().equals(reader.id()) || reader.role() == Role.CONVENOR)
            .toList();
    JsonArray shown = new JsonArray();
    for (int i = 0; i < seats.size(); i += AT_ONCE) {
      List<Seat> some = seats.subList(i, Math.min(seats.size(), i + AT_ONCE));
      List<Future<Optional<AddressHealth>>> known = some.stream().map(this::standing).toList();
      Future.all(known).await();
      for (int n = 0; n < some.size(); n++) {
        show(state, some.get(n), reader, known.get(n).result()).ifPresent(shown::add);
      }
    }
    return ApiResponse.ok(new JsonObject().put("troubles", shown));
  }

  private Future<Optional<AddressHealth>> standing(Seat seat) {
    return holders
        .current(seat.person())
        .compose(
            held ->
                held.isPresent()
                    ? standings.find(held.get().address())
                    : Future.succeededFuture(Optional.empty()));
  }

  /**
   * That somebody may have left is for those who care for seats, not for the person who has it;
   * what came back from letters of other workspaces is for nobody but whose mail it is.
   */
  static Optional<JsonObject> show(
      Workspace state, Seat seat, Seat reader, Optional<AddressHealth> known) {
    boolean own = seat.id().equals(reader.id());
    Lists.Trouble trouble = state.lists().trouble(seat.id());
    List<AddressHealth.Return> returns =
        known.map(AddressHealth::returns).orElse(List.of()).stream()
            .filter(r -> own || r.from().equals(state.id().value()))
            .toList();
    boolean doubted =
        known.filter(s -> s.state() == AddressHealth.State.DOUBTED).isPresent()
            && returns.stream().anyMatch(AddressHealth.Return::counts);
    JsonObject one = new JsonObject().put("seat", seat.id().value());
    put(one, "suspended", trouble.suspended());
    put(one, "mayHaveLeft", own ? null : trouble.hinted());
    if (one.size() == 1 && returns.isEmpty()) {
      return Optional.empty();
    }
    List<JsonObject> history =
        returns.reversed().stream()
            .map(own ? MailTroubleRoutes::show : MailTroubleRoutes::outline)
            .distinct()
            .toList();
    return Optional.of(one.put("doubted", doubted).put("returns", new JsonArray(history)));
  }

  /**
   * What is enough to care for a seat: what came back on which day and why. When, how often and
   * what kind of letter it was would tell anyone who cares what was said to that seat alone.
   */
  private static JsonObject outline(AddressHealth.Return back) {
    JsonObject shown = show(back);
    shown.remove("purpose");
    return shown.put("at", back.at().truncatedTo(ChronoUnit.DAYS).toString());
  }

  private static JsonObject show(AddressHealth.Return back) {
    return new JsonObject()
        .put("at", back.at().toString())
        .put("purpose", back.purpose().name())
        .put("reason", back.reason().name())
        .put("status", back.status())
        .put("counts", back.counts());
  }

  private static void put(JsonObject json, String name, @Nullable Instant at) {
    if (at != null) {
      json.put(name, at.toString());
    }
  }

  private ApiResponse resume(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    SeatId id = new SeatId(call.path("id"));
    Seat seat = state.members().seats().get(id);
    Committed done = call.submit(floor, new ListCommand.ResumeMail(id)).await();
    if (seat == null) {
      throw Refusal.absent();
    }
    suspension.resume(seat.person(), call.workspace());
    return ApiResponse.accepted(200, done);
  }
}
