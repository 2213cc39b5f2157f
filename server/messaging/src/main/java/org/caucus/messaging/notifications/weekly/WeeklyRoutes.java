package org.caucus.messaging.notifications.weekly;

import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.workspace.Workspace;

/** {@code /weekly/{which}}: what one's own weekly letter would say if it came now. */
public final class WeeklyRoutes implements Routes {
  private final CommandBus<Workspace> floor;
  private final WeeklyMail mail;

  /** Routes of these commands and of the sender that writes the letters. */
  public WeeklyRoutes(CommandBus<Workspace> floor, WeeklyMail mail) {
    this.floor = floor;
    this.mail = mail;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("previewWeeklyDigest", this::preview);
  }

  /** Nothing is put and nothing chosen: anyone who thinks about it may look first. */
  private ApiResponse preview(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    Seat seat = Objects.requireNonNull(state.members().seats().get(call.seat()));
    WeeklyMailing weekly = WeeklyMailing.valueOf(call.path("which").toUpperCase(Locale.ROOT));
    ZoneId zone = state.lists().habits().now(seat.id()).zone();
    JsonObject shown =
        new JsonObject().put("next", WeeklySender.monday(call.at(), zone).toString());
    letter(state, seat, weekly, call)
        .ifPresent(letter -> shown.put("subject", letter.subject()).put("text", letter.text()));
    return ApiResponse.ok(shown);
  }

  private Optional<Composition> letter(
      Workspace state, Seat seat, WeeklyMailing weekly, ApiRequest call) {
    return mail.letter(state, seat, weekly, call.at(), new WeeklyMail.Name("preview", call.at()))
        .filter(OutgoingMail.Composed.class::isInstance)
        .map(o -> ((OutgoingMail.Composed) o).letter());
  }
}
