package org.caucus.coalition.actions;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads the times of an action from the API's fields. */
final class ActionTimeFields {
  private static final int MIN_YEAR = 1970;
  private static final int MAX_YEAR = 2999;

  private ActionTimeFields() {}

  /** Whether a body says anything about time. */
  static boolean named(JsonObject body) {
    return body.containsKey("startsAt") || body.containsKey("endsAt") || body.containsKey("zone");
  }

  /** The time a body asks for, over what was there. */
  static Action.When when(JsonObject body, Action.@Nullable When old) {
    return new Action.When(
        body.containsKey("startsAt") || old == null ? instant(body, "startsAt") : old.startsAt(),
        body.containsKey("endsAt") || old == null ? instant(body, "endsAt") : old.endsAt(),
        body.containsKey("zone") || old == null ? zone(body.getString("zone")) : old.zone());
  }

  private static ZoneId zone(@Nullable String name) {
    if (name == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Refusal.invalid("zone", Message.of("there-is-no-such-time-zone"));
    }
  }

  static @Nullable Instant instant(JsonObject body, String field) {
    String text = body.getString(field);
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime time = ZonedDateTime.parse(text).toOffsetDateTime();
      if (time.getYear() < MIN_YEAR || time.getYear() > MAX_YEAR) {
        throw Refusal.invalid(
            field,
            Message.of("a-time-lies-between-the-years", "first", MIN_YEAR, "last", MAX_YEAR));
      }
      return time.toInstant();
    } catch (DateTimeException e) {
      throw Refusal.invalid(field, Message.of("give-the-time-with-its-offset"));
    }
  }
}
