package org.caucus.coalition.polls;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Shows tallies as the API does. */
final class TallyPresenter {
  private TallyPresenter() {}

  static JsonObject show(PollTally tally) {
    JsonArray turnout = new JsonArray();
    tally.turnout().forEach(t -> turnout.add(turnout(t)));
    JsonArray options = new JsonArray();
    tally.options().forEach(o -> options.add(option(o)));
    JsonObject shown =
        new JsonObject()
            .put("turnout", turnout)
            .put("quorate", tally.quorate())
            .put("options", options)
            .put("winners", new JsonArray(tally.winners()));
    if (tally.consent() != null) {
      shown.put("consent", consent(tally.consent()));
    }
    if (tally.runOff() != null) {
      shown.put("rounds", rounds(tally.runOff()));
    }
    return tally.condorcet() == null ? shown : shown.put("condorcet", tally.condorcet());
  }

  private static JsonObject turnout(PollTally.Turnout turnout) {
    return new JsonObject()
        .put("side", String.valueOf(turnout.side()))
        .put("asked", turnout.asked())
        .put("answered", turnout.answered());
  }

  private static JsonObject consent(PollTally.Consent consent) {
    JsonObject counts = new JsonObject();
    consent.counts().forEach((stance, n) -> counts.put(stance.name(), n));
    return new JsonObject()
        .put("counts", counts)
        .put("openObjections", consent.openObjections())
        .put("silent", consent.silent())
        .put("reached", consent.reached());
  }

  private static JsonObject option(PollTally.OptionCount option) {
    return new JsonObject()
        .put("option", option.option())
        .put("count", option.count())
        .put("maybe", option.maybe())
        .put("no", option.no())
        .put("mean", option.mean())
        .put("spread", option.spread());
  }

  private static JsonArray rounds(RunOff runOff) {
    JsonArray rounds = new JsonArray();
    for (RunOff.Round round : runOff.rounds()) {
      JsonArray counts = new JsonArray();
      round
          .counts()
          .forEach((o, n) -> counts.add(new JsonObject().put("option", o).put("count", n)));
      rounds.add(
          new JsonObject()
              .put("counts", counts)
              .put("exhausted", round.exhausted())
              .put("out", new JsonArray(round.out())));
    }
    return rounds;
  }
}
