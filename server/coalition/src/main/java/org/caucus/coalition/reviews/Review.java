package org.caucus.coalition.reviews;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.Instruments;
import org.caucus.coalition.instruments.Placed;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * One review.
 *
 * @param keeper who sees to it; null if only convenors do
 * @param course what became of it
 * @param answers of each organisation that said something
 * @param session the provision that is being discussed; null if none is
 */
public record Review(
    String id,
    Terms terms,
    SeatId openedBy,
    @Nullable SeatId keeper,
    Instant openedAt,
    Course course,
    PMap<String, Answers> answers,
    @Nullable String session) {
  /** Most organisations that are asked. */
  public static final int MAX_ORGANISATIONS = 200;

  /** Most reviews of an instrument that are planned or open. */
  public static final int MAX_OPEN = 50;

  /** Most characters of a brief. */
  public static final int MAX_BRIEF_CHARS = 4_000;

  /** Most characters of a report. */
  public static final int MAX_REPORT_CHARS = 20_000;

  /** How far it is. */
  public enum State {
    PLANNED,
    OPEN,
    CLOSED,
    REPORTED
  }

  /**
   * What is asked.
   *
   * @param instrument slug of the text
   * @param edition number of its edition
   * @param zone in which its times were written
   * @param storedBrief may be empty
   * @param organisations who is asked, or will be when it opens
   * @param audience who reads it; never more than read the text
   */
  public record Terms(
      String instrument,
      int edition,
      Instant opens,
      Instant closes,
      ZoneId zone,
      @JsonProperty("brief") StoredText storedBrief,
      List<String> organisations,
      Audience audience) {
    /** A copy that nobody else can change. */
    public Terms {
      organisations = List.copyOf(organisations);
    }

    /** What those who are asked are told. */
    @JsonIgnore
    public String brief() {
      return storedBrief.toString();
    }

    Terms closing(Instant at) {
      return new Terms(instrument, edition, opens, at, zone, storedBrief, organisations, audience);
    }

    Terms readBy(Audience readers) {
      return new Terms(
          instrument, edition, opens, closes, zone, storedBrief, organisations, readers);
    }
  }

  /** What came of it. */
  public record Report(StoredText storedText, SeatId by, Instant at) {
    /** In words; may be empty. */
    public String text() {
      return storedText.toString();
    }
  }

  /**
   * What became of it.
   *
   * @param askedAt when it opened; null while it is planned
   * @param toldAt when those who are asked last heard when it closes
   * @param closedAt null while it is open
   * @param report null until it is reported
   */
  public record Course(
      State state,
      @Nullable Instant askedAt,
      @Nullable Instant toldAt,
      @Nullable Instant closedAt,
      @Nullable Report report) {
    static final Course PLANNED = new Course(State.PLANNED, null, null, null, null);

    Course told(Instant at) {
      return new Course(state, askedAt, at, closedAt, report);
    }
  }

  Review with(Course now) {
    return new Review(id, terms, openedBy, keeper, openedAt, now, answers, session);
  }

  Review with(Terms now) {
    return new Review(id, now, openedBy, keeper, openedAt, course, answers, session);
  }

  Review with(String organisation, Answers now) {
    PMap<String, Answers> all = answers.plus(organisation, now);
    return new Review(id, terms, openedBy, keeper, openedAt, course, all, session);
  }

  Review keptBy(@Nullable SeatId seat) {
    return new Review(id, terms, openedBy, seat, openedAt, course, answers, session);
  }

  Review at(String provision) {
    return new Review(id, terms, openedBy, keeper, openedAt, course, answers, provision);
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.REVIEW, id);
  }

  /** The text that it is about. */
  public Ref on() {
    return Ref.to(Ref.Kind.INSTRUMENT, terms.instrument());
  }

  /** Where it stands: who cannot read the text cannot read the review. */
  public Scope scope(Instruments.Held now) {
    Scope text =
        now.instruments().find(terms.instrument()).map(Instrument::scope).orElse(Instruments.PLACE);
    return text.holds(terms.audience(), openedAt);
  }

  /** How far it is. */
  public State state() {
    return course.state();
  }

  /** Whether somebody has to see to it. */
  public boolean isInHand() {
    return state() != State.REPORTED;
  }

  /** Whether it takes answers at this time. */
  public boolean isOpen(Instant at) {
    return state() == State.OPEN && at.isBefore(terms.closes());
  }

  /** Whether this organisation is asked. */
  public boolean asks(String organisation) {
    return terms.organisations().contains(organisation);
  }

  /** All that an organisation said. */
  public Answers answersOf(String organisation) {
    return Objects.requireNonNullElse(answers.get(organisation), Answers.NONE);
  }

  /** The edition that it is about. */
  public Optional<Edition> edition(Instruments.Held now) {
    return now.instruments()
        .find(terms.instrument())
        .flatMap(text -> text.edition(terms.edition()));
  }

  /** The provisions of its edition, in the order of the text. */
  public List<Placed> provisions(Instruments.Held now) {
    return edition(now).stream()
        .flatMap(edition -> edition.placed().stream())
        .filter(Placed::canBeCited)
        .toList();
  }

  /** The same by their ids. */
  Map<String, Placed> places(Instruments.Held now) {
    Map<String, Placed> places = new HashMap<>();
    for (Placed placed : provisions(now)) {
      if (placed.provision() != null) {
        places.put(placed.provision(), placed);
      }
    }
    return places;
  }

  /** What people call the text; empty where that is not known. */
  public String title(Instruments.Held now) {
    return now.instruments().find(terms.instrument()).map(Instrument::title).orElse("");
  }
}
