package org.caucus.coalition.reviews;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads what the browser asks of reviews. */
final class ReviewRequest {
  private ReviewRequest() {}

  static ReviewCommand.OpenReview open(String instrument, JsonObject body) {
    String opens = body.getString("opens");
    return new ReviewCommand.OpenReview(
        instrument,
        body.getInteger("edition"),
        opens == null ? null : instant("opens", opens),
        instant("closes", body.getString("closes")),
        zone(body.getString("zone", "UTC")),
        body.getString("brief", ""),
        body.getJsonArray("organisations").stream().map(String.class::cast).toList(),
        audience(body));
  }

  private static @Nullable Audience audience(JsonObject body) {
    String wire = body.getString("audience");
    return wire == null ? null : Audience.parse(wire);
  }

  static Instant instant(String field, String written) {
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.invalid(field, Message.of("there-is-no-such-hour-write"));
    }
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw Refusal.invalid("zone", Message.of("there-is-no-such-time-zone"));
    }
  }

  static ReviewCommand.GivePositions give(String review, JsonObject body) {
    return new ReviewCommand.GivePositions(
        review,
        positions(body.getJsonArray("positions")),
        audience(body),
        body.getBoolean("draft", false),
        Channel.WEB);
  }

  private static List<NewPosition> positions(JsonArray positions) {
    return positions.stream().map(JsonObject.class::cast).map(ReviewRequest::position).toList();
  }

  private static NewPosition position(JsonObject position) {
    return new NewPosition(
        position.getString("provision"),
        Stance.valueOf(position.getString("stance")),
        position.getString("reason", ""),
        position.getString("words"));
  }
}
