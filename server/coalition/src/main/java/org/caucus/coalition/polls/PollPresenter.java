package org.caucus.coalition.polls;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Shows polls as the API does, as one seat sees them. */
public final class PollPresenter {
  private PollPresenter() {}

  /**
   * A poll; its tally only while answers are not hidden. It is the same for all seats that know of
   * the same commits, for one frame of the stream goes to all of them.
   */
  public static JsonObject show(Polls.Held state, Poll poll, SeatId reader) {
    Poll.Question asked = poll.asked();
    JsonObject shown =
        new JsonObject()
            .put("id", poll.id())
            .put("kind", asked.kind().name())
            .put("title", asked.title())
            .put("description", asked.description().toString())
            .put("options", options(asked.options()))
            .put("voice", asked.voice().name())
            .put("eligible", asked.eligible().wire())
            .put("closes", asked.closes().toString())
            .put("zone", asked.zone().getId())
            .put("silence", asked.silence().name())
            .put("shown", asked.shown().name())
            .put("state", poll.state().name())
            .put("audience", asked.audience().wire())
            .put("readers", state.access().count(poll.scope(state)))
            .put("openedBy", poll.openedBy().value())
            .put("openedAt", poll.openedAt().toString())
            .put("hidden", poll.hides());
    if (poll.on() != null) {
      shown.put("on", EntryPresenter.ref(poll.on()));
    }
    if (poll.keeper() != null) {
      shown.put("keeper", poll.keeper().value());
    }
    if (asked.quorum() != null) {
      shown.put("quorum", quorum(asked.quorum()));
    }
    if (poll.hides() || asked.voice() == Poll.VoiceOf.ORGANISATION) {
      own(state, poll, reader, shown);
    }
    course(poll.course(), shown);
    shown.put("asked", Electorate.of(state, poll).size());
    return poll.hides() ? shown : counted(state, poll, shown);
  }

  private static void own(Polls.Held state, Poll poll, SeatId reader, JsonObject shown) {
    Electorate.own(state, poll, reader)
        .ifPresent(own -> shown.put("mine", BallotPresenter.show(state, poll, own, reader)));
  }

  private static JsonObject counted(Polls.Held state, Poll poll, JsonObject shown) {
    List<Voice> asked = Electorate.of(state, poll);
    Map<String, Ballot> standing = Electorate.standing(state, poll);
    PollTally tally = PollTally.of(poll.asked(), asked, standing);
    return shown
        .put("answered", standing.size())
        .put("answeredBy", new JsonArray(standing.keySet().stream().sorted().toList()))
        .put("tally", TallyPresenter.show(tally));
  }

  /** The same with the inputs of its tally, as far as they are not hidden. */
  static JsonObject whole(Polls.Held state, Poll poll, SeatId reader, Instant at) {
    JsonObject whole =
        new JsonObject()
            .put("poll", show(state, poll, reader))
            .put("may", may(state, poll, reader, at));
    own(state, poll, reader, whole);
    if (!poll.hides()) {
      JsonArray voices = new JsonArray();
      Electorate.of(state, poll)
          .forEach(
              v -> voices.add(new JsonObject().put("id", v.id()).put("side", v.side().name())));
      whole
          .put("voices", voices)
          .put("ballots", ballots(state, poll, Electorate.standing(state, poll).values(), reader))
          .put("views", ballots(state, poll, Electorate.views(state, poll), reader));
    }
    return whole.put("position", state.positionFor(reader));
  }

  private static JsonArray ballots(
      Polls.Held state, Poll poll, Iterable<Ballot> ballots, SeatId reader) {
    JsonArray shown = new JsonArray();
    ballots.forEach(b -> shown.add(BallotPresenter.show(state, poll, b, reader)));
    return shown;
  }

  private static JsonArray options(List<Poll.Option> options) {
    return new JsonArray(options.stream().map(PollPresenter::option).toList());
  }

  static JsonObject option(Poll.Option option) {
    JsonObject shown = new JsonObject().put("label", option.label()).put("text", option.text());
    putTime(shown, "startsAt", option.startsAt());
    putTime(shown, "endsAt", option.endsAt());
    return shown;
  }

  private static void putTime(JsonObject shown, String field, @Nullable Instant time) {
    if (time != null) {
      shown.put(field, time.toString());
    }
  }

  static JsonObject quorum(Poll.Quorum quorum) {
    return new JsonObject().put("percent", quorum.percent()).put("bySide", quorum.bySide());
  }

  /** What this seat may do with it now. */
  private static JsonArray may(Polls.Held state, Poll poll, SeatId reader, Instant at) {
    JsonArray may = new JsonArray();
    if (poll.isOpen(at) && BallotPresenter.posts(state, reader)) {
      may.add(state.access().canRead(reader, poll.eligible(state)) ? "ANSWER" : "VIEW");
    }
    if (PollDecider.mayLead(state, poll, reader)) {
      leads(poll).forEach(may::add);
    }
    return may;
  }

  private static List<String> leads(Poll poll) {
    boolean isShown = poll.asked().shown() == Poll.Shown.AT_CLOSE && !poll.hides();
    return switch (poll.state()) {
      case OPEN -> List.of("EXTEND", "CLOSE");
      case CLOSED -> isShown ? List.of("DECIDE") : List.of("EXTEND", "DECIDE");
      case DECIDED -> List.of("REVIEW");
      case REVIEWED -> List.of();
    };
  }

  private static void course(Poll.Course course, JsonObject shown) {
    Poll.Closing closing = course.closing();
    if (closing != null) {
      shown.put("closedAt", closing.at().toString()).put("quorate", closing.quorate());
      if (closing.by() != null) {
        shown.put("closedBy", closing.by().value());
      }
    }
    if (course.outcome() != null) {
      shown.put("outcome", outcome(course.outcome()));
    }
    JsonArray reviews = new JsonArray();
    course.reviews().forEach(r -> reviews.add(review(r)));
    shown.put("reviews", reviews);
  }

  private static JsonObject outcome(Poll.Outcome outcome) {
    JsonObject shown =
        new JsonObject()
            .put("text", outcome.text())
            .put("by", outcome.by().value())
            .put("at", outcome.at().toString());
    if (outcome.option() != null) {
      shown.put("option", outcome.option());
    }
    if (outcome.action() != null) {
      shown.put("action", outcome.action());
    }
    if (outcome.reviewOn() != null) {
      shown.put("reviewOn", outcome.reviewOn().toString());
    }
    return shown;
  }

  private static JsonObject review(Poll.Review review) {
    return new JsonObject()
        .put("text", review.text())
        .put("by", review.by().value())
        .put("at", review.at().toString());
  }

  /** The polls that this seat can read: those that are open, next to close first; then the rest. */
  public static List<Poll> all(Polls.Held state, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return state.polls().byId().values().stream()
        .filter(p -> reads.test(p.scope(state)))
        .sorted(
            Comparator.comparing((Poll p) -> p.state() != Poll.State.OPEN)
                .thenComparing(PollPresenter::order)
                .thenComparing(Poll::id))
        .toList();
  }

  private static long order(Poll poll) {
    return poll.state() == Poll.State.OPEN
        ? poll.asked().closes().toEpochMilli()
        : -poll.openedAt().toEpochMilli();
  }
}
