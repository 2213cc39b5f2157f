package org.caucus.coalition.reviews;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.instruments.aligning.TakenWords;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What a later edition made of what organisations asked for, as one reader can read it: of each
 * amendment how much of it came, and of each provision that was opposed whether it is gone.
 */
record Uptake(Edition later, List<Row> rows) {
  /** From which share of its words an amendment was taken up. */
  private static final double TAKEN = 0.8;

  /** From which share some of it was. */
  private static final double PARTLY = 0.3;

  /** What came of it. */
  enum Outcome {
    TAKEN,
    PARTLY_TAKEN,
    NOT_TAKEN
  }

  /**
   * What an organisation asked for.
   *
   * @param before the provision as the review has it
   * @param after null if it is gone
   * @param share of the words of the amendment, from 0 to 1
   */
  record Row(Placed before, @Nullable Placed after, Position position, double share) {
    Outcome outcome() {
      if (share >= TAKEN) {
        return Outcome.TAKEN;
      }
      return share >= PARTLY ? Outcome.PARTLY_TAKEN : Outcome.NOT_TAKEN;
    }
  }

  static Uptake of(Reviews.Held state, Review review, Edition later, SeatId reader) {
    ReadableReview readable = ReadableReview.of(state, review, reader);
    Map<String, Placed> then = new HashMap<>();
    later.placed().stream()
        .filter(Placed::canBeCited)
        .forEach(p -> then.put(Objects.requireNonNull(p.provision()), p));
    List<Row> rows = new ArrayList<>();
    for (Placed before : review.provisions(state)) {
      String provision = Objects.requireNonNull(before.provision());
      Placed after = then.get(provision);
      for (String organisation : review.terms().organisations()) {
        readable
            .cell(organisation, provision)
            .filter(cell -> !cell.isRest())
            .map(ReadableReview.Cell::position)
            .filter(p -> p.stance() == Stance.AMEND || p.stance() == Stance.OPPOSE)
            .ifPresent(p -> rows.add(new Row(before, after, p, share(before, after, p))));
      }
    }
    return new Uptake(later, List.copyOf(rows));
  }

  private static double share(Placed before, @Nullable Placed after, Position position) {
    String words = position.words();
    if (words == null) {
      return after == null ? 1 : 0;
    }
    String now = after == null ? "" : after.text().strip();
    return TakenWords.share(before.text().strip(), words.strip(), now);
  }

  JsonArray shown() {
    JsonArray shown = new JsonArray();
    for (Row row : rows) {
      Position position = row.position();
      JsonObject one =
          new JsonObject()
              .put("provision", row.before().provision())
              .put("path", row.before().path())
              .put("label", row.before().label())
              .put("organisation", position.organisation())
              .put("stance", position.stance().name())
              .put("before", row.before().text().strip())
              .put("outcome", row.outcome().name())
              .put("share", Math.round(row.share() * 100) / 100.0);
      if (position.words() != null) {
        one.put("words", position.words());
      }
      if (row.after() != null) {
        one.put("after", row.after().text().strip());
      }
      shown.add(one);
    }
    return shown;
  }
}
