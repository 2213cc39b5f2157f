package org.caucus.coalition.actions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/** The details of an action as fields of the API. */
public final class ActionDetailFields {
  private static final Set<String> NAMES =
      Set.of(
          "allDay",
          "organisations",
          "strategies",
          "link",
          "agenda",
          "channel",
          "receipt",
          "replyDue",
          "replies",
          "reminders",
          "links");

  private static final int MIN_YEAR = 1970;
  private static final int MAX_YEAR = 2999;

  private static final JsonFields<ActionDetails> SHOWN =
      JsonFields.of(
          "Action",
          ActionDetails.class,
          "allDay organisations strategies link agenda channel receipt reminders replyDue");

  private ActionDetailFields() {}

  /** Whether a body says anything about details. */
  public static boolean named(JsonObject body) {
    return NAMES.stream().anyMatch(body::containsKey);
  }

  /** The details a body asks for, over what was there. */
  public static ActionDetails read(JsonObject body, ActionDetails old) {
    return new ActionDetails(
        body.getBoolean("allDay", old.allDay()),
        each(body, "organisations", old.organisations(), o -> (String) o),
        each(body, "strategies", old.strategies(), s -> Strategy.valueOf((String) s)),
        body.getString("link", old.link()).strip(),
        body.getString("agenda", old.agenda()),
        body.getString("channel", old.channel()),
        body.getString("receipt", old.receipt()),
        body.containsKey("replyDue") ? day("replyDue", body.getString("replyDue")) : old.replyDue(),
        each(body, "replies", old.replies(), r -> reply((JsonObject) r)),
        each(body, "reminders", old.reminders(), r -> Reminder.valueOf((String) r)),
        each(body, "links", old.links(), l -> ref((JsonObject) l)));
  }

  /**
   * Puts details among the fields of an action.
   *
   * @param known which links this reader may know of
   */
  public static void show(ActionDetails details, Predicate<Ref> known, JsonObject shown) {
    SHOWN.put(details, shown);
    shown
        .put("replies", JsonFields.value(details.replies()))
        .put("links", JsonFields.value(details.links().stream().filter(known).toList()));
  }

  private static <T> List<T> each(
      JsonObject body, String field, List<T> old, Function<Object, T> read) {
    JsonArray given = body.getJsonArray(field);
    if (given == null) {
      return old;
    }
    List<T> all = new ArrayList<>();
    given.forEach(one -> all.add(read.apply(one)));
    return all;
  }

  private static ActionDetails.Reply reply(JsonObject reply) {
    return reply("replies", reply);
  }

  /**
   * One answer of an agency.
   *
   * @param field what is named if its day is not one
   */
  public static ActionDetails.Reply reply(String field, JsonObject reply) {
    LocalDate on = day(field, reply.getString("on"));
    if (on == null) {
      throw Refusal.invalid(field, Message.of("give-the-day-a-reply-came"));
    }
    boolean more = reply.getBoolean("more", false);
    return new ActionDetails.Reply(on, reply.getString("text", ""), more ? true : null);
  }

  private static Ref ref(JsonObject ref) {
    String kind = ref.getString("kind").toUpperCase(Locale.ROOT);
    return Ref.to(Ref.Kind.valueOf(kind), ref.getString("id"));
  }

  /** Whether it lies in the years that days are of. */
  public static boolean isPossible(LocalDate day) {
    return day.getYear() >= MIN_YEAR && day.getYear() <= MAX_YEAR;
  }

  /** A day that a field gives; null if it gives none. */
  public static @Nullable LocalDate day(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (!isPossible(day)) {
        throw Refusal.invalid(
            field, Message.of("a-day-lies-between-the-years", "first", MIN_YEAR, "last", MAX_YEAR));
      }
      return day;
    } catch (DateTimeException e) {
      throw Refusal.invalid(field, Message.of("give-the-day-as-2026-06"));
    }
  }
}
