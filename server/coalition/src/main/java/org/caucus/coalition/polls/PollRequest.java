package org.caucus.coalition.polls;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads what the browser asks of polls. */
final class PollRequest {
  private PollRequest() {}

  static PollCommand.OpenPoll open(JsonObject body) {
    Poll.Kind kind = Poll.Kind.valueOf(body.getString("kind"));
    return new PollCommand.OpenPoll(
        kind,
        body.getString("title").strip(),
        body.getString("description", ""),
        options(body.getJsonArray("options", new JsonArray())),
        Poll.VoiceOf.valueOf(body.getString("voice", Poll.VoiceOf.ORGANISATION.name())),
        audience(body.getString("eligible")),
        quorum(body.getJsonObject("quorum")),
        instant("closes", body.getString("closes")),
        Poll.Silence.valueOf(body.getString("silence", Poll.Silence.COUNTS_AS_NOTHING.name())),
        Poll.Shown.valueOf(body.getString("shown", Poll.Shown.LIVE.name())),
        zone(body.getString("zone", "UTC")),
        audience(body.getString("audience")),
        body.containsKey("on") ? ref(body.getJsonObject("on")) : null);
  }

  /** The thing that is named in an address, such as {@code issue:COP-12}. */
  static Ref thing(String named) {
    int colon = named.indexOf(':');
    try {
      String kind = named.substring(0, Math.max(0, colon)).toUpperCase(Locale.ROOT);
      return Ref.to(Ref.Kind.valueOf(kind), named.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("on", Message.of("a-poll-can-be-attached-to"));
    }
  }

  /** The thing that is named, such as {@code {"kind":"issue","id":"COP-12"}}. */
  static Ref ref(JsonObject named) {
    String kind = named.getString("kind").toUpperCase(Locale.ROOT);
    return Ref.to(Ref.Kind.valueOf(kind), named.getString("id"));
  }

  private static @Nullable Audience audience(@Nullable String wire) {
    return wire == null ? null : Audience.parse(wire);
  }

  private static Poll.@Nullable Quorum quorum(@Nullable JsonObject quorum) {
    return quorum == null
        ? null
        : new Poll.Quorum(quorum.getInteger("percent"), quorum.getBoolean("bySide", false));
  }

  private static List<Poll.Option> options(JsonArray options) {
    return options.stream().map(o -> option((JsonObject) o)).toList();
  }

  private static Poll.Option option(JsonObject option) {
    String starts = option.getString("startsAt");
    String ends = option.getString("endsAt");
    return new Poll.Option(
        "",
        option.getString("text", ""),
        starts == null ? null : instant("options", starts),
        ends == null ? null : instant("options", ends));
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

  private static @Nullable LocalDate day(JsonObject body) {
    String written = body.getString("reviewOn");
    try {
      return written == null ? null : LocalDate.parse(written);
    } catch (DateTimeException e) {
      throw Refusal.invalid("reviewOn", Message.of("there-is-no-such-day-write"));
    }
  }

  static BallotCommand.CastBallot ballot(String poll, JsonObject body) {
    return new BallotCommand.CastBallot(
        poll, value(body), body.getString("reason", ""), Channel.WEB);
  }

  private static BallotValue value(JsonObject body) {
    String stance = body.getString("stance");
    List<BallotValue.Mark> marks =
        Stream.of(
                texts(
                    body.containsKey("choice")
                        ? new JsonArray().add(body.getString("choice"))
                        : null),
                texts(body.getJsonArray("ranking")),
                marks(body.getJsonArray("scores"), m -> m.getInteger("score")),
                marks(body.getJsonArray("times"), m -> suits(m.getString("suits"))))
            .flatMap(List::stream)
            .toList();
    return new BallotValue(stance == null ? null : BallotValue.Stance.valueOf(stance), marks);
  }

  private static List<BallotValue.Mark> texts(@Nullable JsonArray labels) {
    return labels == null
        ? List.of()
        : labels.stream().map(o -> new BallotValue.Mark((String) o, 1)).toList();
  }

  private static List<BallotValue.Mark> marks(
      @Nullable JsonArray marks, ToIntFunction<JsonObject> mark) {
    return marks == null
        ? List.of()
        : marks.stream()
            .map(JsonObject.class::cast)
            .map(m -> new BallotValue.Mark(m.getString("option"), mark.applyAsInt(m)))
            .toList();
  }

  private static int suits(String word) {
    return switch (word) {
      case "YES" -> BallotValue.YES;
      case "MAYBE" -> BallotValue.MAYBE;
      default -> BallotValue.NO;
    };
  }

  static PollCommand.DecidePoll decide(String poll, JsonObject body) {
    JsonObject plan = body.getJsonObject("action");
    return new PollCommand.DecidePoll(
        poll,
        body.getString("outcome"),
        body.getString("option"),
        plan == null ? null : plan(plan),
        day(body));
  }

  private static PollCommand.Plan plan(JsonObject plan) {
    return new PollCommand.Plan(
        Action.Kind.valueOf(plan.getString("kind", Action.Kind.MEETING.name())),
        plan.getString("title"),
        plan.getString("place", ""));
  }

  static PollCommand.ReviewPoll review(String poll, JsonObject body) {
    return new PollCommand.ReviewPoll(poll, body.getString("text"), day(body));
  }
}
