package org.caucus.coalition.reviews;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.instruments.Placed;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Shows reviews and positions as the API does, as one seat sees them. */
public final class ReviewPresenter {
  private ReviewPresenter() {}

  /** The reviews that this seat can read, newest first. */
  public static List<Review> all(Reviews.Held state, SeatId reader) {
    return Reviews.readable(state, reader);
  }

  /**
   * A review. It is the same for all seats that know of the same commits, for one frame of the
   * stream goes to all of them.
   */
  public static JsonObject show(Reviews.Held state, Review review, SeatId reader) {
    Review.Terms terms = review.terms();
    ReadableReview readable = ReadableReview.of(state, review, reader);
    JsonObject shown =
        new JsonObject()
            .put("id", review.id())
            .put("instrument", terms.instrument())
            .put("instrumentTitle", review.title(state))
            .put("edition", terms.edition())
            .put("state", review.state().name())
            .put("opens", terms.opens().toString())
            .put("closes", terms.closes().toString())
            .put("zone", terms.zone().getId())
            .put("brief", terms.brief())
            .put("audience", terms.audience().wire())
            .put("readers", state.access().count(review.scope(state)))
            .put("openedBy", review.openedBy().value())
            .put("openedAt", review.openedAt().toString());
    put(shown, "keeper", review.keeper() == null ? null : review.keeper().value());
    put(shown, "closedAt", review.course().closedAt());
    put(shown, "session", review.session());
    Review.Report report = review.course().report();
    if (report != null) {
      shown.put(
          "report",
          new JsonObject()
              .put("text", report.text())
              .put("by", report.by().value())
              .put("at", report.at().toString()));
    }
    JsonArray asked = new JsonArray();
    terms.organisations().forEach(o -> asked.add(asked(review, readable, o)));
    readable.own().ifPresent(own -> shown.put("own", own(state, review, readable, own)));
    return shown.put("asked", asked).put("coverage", coverage(readable.coverage()));
  }

  private static void put(JsonObject shown, String field, @Nullable Object value) {
    if (value != null) {
      shown.put(field, value.toString());
    }
  }

  private static JsonObject asked(Review review, ReadableReview readable, String organisation) {
    JsonObject shown = new JsonObject().put("organisation", organisation);
    put(shown, "at", review.course().askedAt());
    shown.put("answered", readable.isAnswered(organisation));
    readable
        .declined(organisation)
        .ifPresentOrElse(
            d -> shown.put("declined", true).put("reason", d.reason()),
            () -> shown.put("declined", false));
    return shown;
  }

  static JsonObject coverage(ReadableReview.Coverage coverage) {
    return new JsonObject()
        .put("asked", coverage.asked())
        .put("answered", coverage.answered())
        .put("provisions", coverage.provisions())
        .put("covered", coverage.covered());
  }

  private static JsonObject own(
      Reviews.Held state, Review review, ReadableReview readable, String organisation) {
    return new JsonObject()
        .put("given", readable.given(organisation).size())
        .put("drafted", readable.drafts(organisation).size())
        .put("audience", PositionDecider.usual(state, review, organisation).wire());
  }

  /** The same with what this seat can do with it now. */
  static JsonObject whole(Reviews.Held state, Review review, SeatId reader, Instant at) {
    Seat seat = state.members().seats().get(reader);
    boolean answers =
        seat != null
            && seat.active()
            && seat.role() != Role.OBSERVER
            && review.asks(seat.organisation())
            && review.isOpen(at);
    boolean declined =
        seat != null
            && ReadableReview.of(state, review, reader).declined(seat.organisation()).isPresent();
    return show(state, review, reader)
        .put(
            "may",
            new JsonObject()
                .put("manage", ReviewDecider.mayManage(state, review, reader))
                .put("answer", answers)
                .put("decline", answers && !declined));
  }

  /** What this seat can read of all that was said. */
  static JsonArray positions(Reviews.Held state, Review review, SeatId reader) {
    ReadableReview readable = ReadableReview.of(state, review, reader);
    Map<String, Placed> places = review.places(state);
    JsonArray shown = new JsonArray();
    for (String organisation : review.terms().organisations()) {
      Stream<JsonObject> given =
          readable.given(organisation).stream().map(p -> position(readable, places, p, false));
      Stream<JsonObject> drafts =
          readable.drafts(organisation).stream().map(p -> position(readable, places, p, true));
      Stream.concat(given, drafts).forEach(shown::add);
    }
    return shown;
  }

  private static JsonObject position(
      ReadableReview readable, Map<String, Placed> places, Position position, boolean isDraft) {
    JsonObject shown = said(readable, position).put("draft", isDraft);
    Placed placed = places.get(position.said().key());
    return shown
        .put("provision", position.provision())
        .put("path", placed == null ? "" : placed.path());
  }

  /** A position, without where it stands. */
  static JsonObject said(ReadableReview readable, Position position) {
    return new JsonObject()
        .put("organisation", position.organisation())
        .put("stance", position.stance().name())
        .put("reason", position.reason())
        .put("words", position.words())
        .put("audience", readable.readers(position).wire())
        .put("by", position.by().value())
        .put("at", position.at().toString())
        .put("via", position.via().name());
  }
}
