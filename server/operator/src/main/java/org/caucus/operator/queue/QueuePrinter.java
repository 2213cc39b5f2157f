package org.caucus.operator.queue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.caucus.messaging.delivery.DeferralReason;
import org.caucus.messaging.delivery.QueuedLetter;
import org.caucus.messaging.delivery.QueuedLetter.State;
import org.caucus.operator.cli.Console;
import org.jspecify.annotations.Nullable;

/** Prints a queue. */
final class QueuePrinter {
  /** Destinations shown to people; the JSON has all. */
  private static final int MOST_DESTINATIONS = 30;

  /** Lines said together: each saying is a message of its own to another process. */
  private static final int TOGETHER = 100;

  private static final String UNKNOWN = "-";

  private final Console console;
  private final UnaryOperator<String> workspaces;
  private final Instant now;
  private final List<String> waiting = new ArrayList<>();

  QueuePrinter(Console console, UnaryOperator<String> workspaces, Instant now) {
    this.console = console;
    this.workspaces = workspaces;
    this.now = now;
  }

  private void say(String line) {
    waiting.add(line);
    if (waiting.size() == TOGETHER) {
      flush();
    }
  }

  private void flush() {
    if (!waiting.isEmpty()) {
      console.say(String.join("\n", waiting));
      waiting.clear();
    }
  }

  void table(QueueSurvey survey) {
    List<QueuedLetter> letters = survey.letters();
    if (!letters.isEmpty()) {
      say(
          "%-8s %-8s %5s %-9s %8s  %-24s %-11s %-14s %-16s %s"
              .formatted(
                  "age",
                  "state",
                  "tries",
                  "next in",
                  "octets",
                  "destination",
                  "reason",
                  "kind",
                  "workspace",
                  "id"));
      letters.forEach(letter -> say(line(letter)));
      say("");
    }
    sums("destination", survey.destinations());
    sums("reason", survey.reasons());
    say(last(survey, letters.size()));
    flush();
  }

  private String line(QueuedLetter letter) {
    return "%-8s %-8s %5d %-9s %8s  %-24s %-11s %-14s %-16s %s"
        .formatted(
            age(letter.put()),
            letter.state().name().toLowerCase(Locale.ROOT),
            letter.attempts(),
            letter.state() == State.HELD
                ? UNKNOWN
                : Ages.write(Duration.between(now, letter.next())),
            letter.octets() == 0 ? UNKNOWN : Long.toString(letter.octets()),
            known(letter.destination()),
            letter.reason().label() + (letter.code() == 0 ? "" : " " + letter.code()),
            letter.kind(),
            letter.workspace().isEmpty() ? UNKNOWN : workspaces.apply(letter.workspace()),
            letter.id());
  }

  private void sums(String what, List<QueueSurvey.Sum> sums) {
    if (sums.isEmpty()) {
      return;
    }
    say(
        "%-32s %8s %8s %8s %8s %8s  %s"
            .formatted(what, "letters", "waiting", "deferred", "held", "sending", "oldest"));
    sums.stream().limit(MOST_DESTINATIONS).forEach(sum -> say(line(sum)));
    if (sums.size() > MOST_DESTINATIONS) {
      say((sums.size() - MOST_DESTINATIONS) + " more; --json has all.");
    }
    say("");
  }

  private String line(QueueSurvey.Sum sum) {
    return "%-32s %8d %8d %8d %8d %8d  %s"
        .formatted(
            known(sum.name),
            sum.letters,
            sum.in(State.WAITING),
            sum.in(State.DEFERRED),
            sum.in(State.HELD),
            sum.in(State.SENDING),
            age(sum.oldest));
  }

  private static String last(QueueSurvey survey, int shown) {
    QueueSurvey.Sum all = survey.all();
    if (all.letters == 0) {
      return "No letters.";
    }
    String listed =
        shown == all.letters ? "" : ", of which the oldest " + shown + " are listed (--limit)";
    return all.letters + " letters" + listed + ". See also: caucus queue --help";
  }

  private String age(@Nullable Instant since) {
    return since == null ? UNKNOWN : Ages.write(Duration.between(since, now));
  }

  private static String known(String name) {
    return name.isEmpty() ? UNKNOWN : name;
  }

  /** One object, a letter a line. */
  void json(QueueSurvey survey) {
    List<QueuedLetter> letters = survey.letters();
    String head =
        json(survey.all())
            .put("listed", letters.size())
            .put("destinations", json("destination", survey.destinations()))
            .put("reasons", json("reason", survey.reasons()))
            .encode();
    say(head.substring(0, head.length() - 1) + ",\"queue\":[");
    for (int i = 0; i < letters.size(); i++) {
      say(json(letters.get(i)).encode() + (i + 1 < letters.size() ? "," : ""));
    }
    say("]}");
    flush();
  }

  private static JsonArray json(String what, List<QueueSurvey.Sum> sums) {
    JsonArray all = new JsonArray();
    for (QueueSurvey.Sum sum : sums) {
      JsonObject one = new JsonObject().put(what, sum.name);
      one.mergeIn(json(sum));
      all.add(one);
    }
    return all;
  }

  private static JsonObject json(QueueSurvey.Sum sum) {
    JsonObject json = new JsonObject().put("letters", sum.letters);
    for (State state : State.values()) {
      json.put(state.name().toLowerCase(Locale.ROOT), sum.in(state));
    }
    json.put("octets", sum.octets);
    return sum.oldest == null ? json : json.put("oldest", time(sum.oldest));
  }

  private JsonObject json(QueuedLetter letter) {
    JsonObject json =
        new JsonObject()
            .put("id", letter.id())
            .put("state", letter.state().name().toLowerCase(Locale.ROOT))
            .put("put", time(letter.put()))
            .put("attempts", letter.attempts())
            .put("destination", letter.destination())
            .put("octets", letter.octets())
            .put("reason", letter.reason().label())
            .put("kind", letter.kind())
            .put(
                "workspace",
                letter.workspace().isEmpty() ? "" : workspaces.apply(letter.workspace()));
    if (letter.state() != State.HELD) {
      json.put("next", time(letter.next()));
    }
    if (letter.reason() != DeferralReason.NOT_TRIED) {
      json.put("code", letter.code()).put("status", letter.enhanced());
    }
    return json;
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
