package org.caucus.coalition.polls;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.SeatId;

/** Shows ballots as the API does. The caller asks whether this reader may see them. */
final class BallotPresenter {
  private BallotPresenter() {}

  /** A ballot; its receipt is for its own voice, and for all once nothing can be kept back. */
  static JsonObject show(Polls.Held state, Poll poll, Ballot ballot, SeatId reader) {
    JsonObject shown =
        new JsonObject()
            .put("id", ballot.id())
            .put("organisation", ballot.organisation())
            .put("seat", ballot.seat().value())
            .put("reason", ballot.reason())
            .put("via", ballot.via().name())
            .put("at", ballot.at().toString())
            .put("counted", !ballot.view())
            .mergeIn(value(poll.asked().kind(), ballot.value()));
    Ballot.Resolution resolution = ballot.resolution();
    if (resolution != null) {
      shown.put(
          "resolved",
          new JsonObject()
              .put("note", resolution.note())
              .put("by", resolution.by().value())
              .put("at", resolution.at().toString()));
    }
    boolean isOwn = Electorate.isOwn(state, poll, ballot, reader);
    return isOwn || poll.course().closing() != null
        ? shown.put("receipt", Receipt.of(poll, ballot))
        : shown;
  }

  private static JsonObject value(Poll.Kind kind, BallotValue value) {
    JsonObject shown = new JsonObject();
    return switch (kind) {
      case CONSENT -> shown.put("stance", String.valueOf(value.stance()));
      case CHOICE -> shown.put("choice", value.marks().getFirst().option());
      case RANKED -> shown.put("ranking", new JsonArray(value.options()));
      case SCORE -> shown.put("scores", scores(value));
      case TIME -> shown.put("times", times(value));
    };
  }

  private static JsonArray scores(BallotValue value) {
    JsonArray shown = new JsonArray();
    value
        .marks()
        .forEach(m -> shown.add(new JsonObject().put("option", m.option()).put("score", m.mark())));
    return shown;
  }

  private static JsonArray times(BallotValue value) {
    JsonArray shown = new JsonArray();
    value
        .marks()
        .forEach(m -> shown.add(new JsonObject().put("option", m.option()).put("suits", suits(m))));
    return shown;
  }

  private static String suits(BallotValue.Mark mark) {
    return switch (mark.mark()) {
      case BallotValue.YES -> "YES";
      case BallotValue.MAYBE -> "MAYBE";
      default -> "NO";
    };
  }

  static boolean posts(Polls.Held state, SeatId reader) {
    Seat seat = state.members().seats().get(reader);
    return seat != null && seat.active() && seat.role() != Role.OBSERVER;
  }
}
