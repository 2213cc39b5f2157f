package org.caucus.coalition.reviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.PlainJson;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** What can happen to reviews. */
public sealed interface ReviewEvent extends Event {
  /** The review that it happened to. */
  String review();

  /** A review is set up. Whom it asks are asked by an event of its own, when it opens. */
  record ReviewOpened(String id, Review.Terms terms, SeatId by) implements ReviewEvent {
    @Override
    public String review() {
      return id;
    }

    @Override
    public SeatId author() {
      return by;
    }
  }

  /**
   * It opens: these are asked.
   *
   * @param by null if its time had come
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OrganisationsAsked(String review, List<String> organisations, @Nullable SeatId by)
      implements ReviewEvent {
    /** A copy that nobody else can change. */
    public OrganisationsAsked {
      organisations = List.copyOf(organisations);
    }
  }

  /** An organisation gives positions; each is its last word on that provision to these readers. */
  record PositionsGiven(
      String review,
      String organisation,
      @JsonProperty("positions") List<Said> said,
      Audience audience,
      Channel via,
      SeatId by)
      implements ReviewEvent {
    /** A copy that nobody else can change. */
    public PositionsGiven {
      said = List.copyOf(said);
    }

    /** What a member's own copy has of them. */
    public List<Copied> positions() {
      return said.stream().map(Copied::of).toList();
    }

    @Override
    public SeatId author() {
      return by;
    }
  }

  /** An organisation notes positions for itself, to give them later. */
  record PositionsDrafted(
      String review,
      String organisation,
      @JsonProperty("positions") List<Said> said,
      Audience audience,
      Channel via,
      SeatId by)
      implements ReviewEvent {
    /** A copy that nobody else can change. */
    public PositionsDrafted {
      said = List.copyOf(said);
    }

    /** What a member's own copy has of them. */
    public List<Copied> positions() {
      return said.stream().map(Copied::of).toList();
    }

    @Override
    public SeatId author() {
      return by;
    }
  }

  /** A position as a copy has it. */
  @PlainJson
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Copied(@Nullable String provision, Stance stance, String reason, @Nullable String words) {
    static Copied of(Said said) {
      StoredText words = said.storedWords();
      return new Copied(
          said.provision(), said.stance(), said.reason(), words == null ? null : words.toString());
    }
  }

  /** An organisation will not answer; it can come back until the review closes. */
  record ReviewDeclined(
      String review,
      String organisation,
      @JsonProperty("reason") StoredText storedReason,
      Audience audience,
      SeatId by)
      implements ReviewEvent {
    /** Why; may be empty. */
    public String reason() {
      return storedReason.toString();
    }

    @Override
    public SeatId author() {
      return by;
    }
  }

  /** It closes at another time, and is open until then. */
  record ReviewExtended(String review, Instant closes, SeatId by) implements ReviewEvent {}

  /**
   * Those who have not answered were to be reminded.
   *
   * @param by null if the time for that had come
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReviewReminded(String review, Instant closes, @Nullable SeatId by)
      implements ReviewEvent {}

  /**
   * It takes no more answers.
   *
   * @param by null if its time had come
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReviewClosed(String review, @Nullable SeatId by) implements ReviewEvent {}

  /** What came of it. */
  record ReviewReported(String review, @JsonProperty("text") StoredText storedText, SeatId by)
      implements ReviewEvent {
    /** In words; may be empty. */
    public String text() {
      return storedText.toString();
    }

    @Override
    public SeatId author() {
      return by;
    }
  }

  /** Somebody else sees to it now; with null convenors alone do. */
  record ReviewPassedOn(String review, @Nullable SeatId to) implements ReviewEvent {}

  /** In a session on it, this provision is being discussed. */
  record SessionMoved(String review, String provision, SeatId by) implements ReviewEvent {}
}
