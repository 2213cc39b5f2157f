package org.caucus.notices.weekly;

import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.caucus.command.Floor;
import org.caucus.delivery.Composition;
import org.caucus.delivery.Outgoing;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.members.Seat;
import org.caucus.wishes.Weekly;
import org.caucus.workspace.Workspace;

/** {@code /weekly/{which}}: what one's own weekly letter would say if it came now. */
public final class WeeklyRoutes implements Routes {
  private final Floor<Workspace> floor;
  private final WeeklyMail mail;

  /** Routes on this floor, by the person who writes the letters. */
  public WeeklyRoutes(Floor<Workspace> floor, WeeklyMail mail) {
    this.floor = floor;
    this.mail = mail;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("previewWeekly", this::preview);
  }

  /** Nothing is put and nothing chosen: anyone who thinks about it may look first. */
  private Answer preview(Call call) {
    Workspace state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    Seat seat = Objects.requireNonNull(state.members().seats().get(call.seat()));
    Weekly weekly = Weekly.valueOf(call.path("which").toUpperCase(Locale.ROOT));
    ZoneId zone = state.lists().habits().now(seat.id()).zone();
    JsonObject shown = new JsonObject().put("next", WeeklyClock.monday(call.at(), zone).toString());
    letter(state, seat, weekly, call)
        .ifPresent(letter -> shown.put("subject", letter.subject()).put("text", letter.text()));
    return Answer.ok(shown);
  }

  private Optional<Composition> letter(Workspace state, Seat seat, Weekly weekly, Call call) {
    return mail.letter(state, seat, weekly, call.at(), new WeeklyMail.Name("preview", call.at()))
        .filter(Outgoing.Composed.class::isInstance)
        .map(o -> ((Outgoing.Composed) o).letter());
  }
}
