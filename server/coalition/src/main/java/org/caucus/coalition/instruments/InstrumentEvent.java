package org.caucus.coalition.instruments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.PlainJson;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** What can happen to instruments. */
public sealed interface InstrumentEvent extends Event {
  /** The instrument that it happened to. */
  String instrument();

  /** A text is on the table; its first edition comes with the same commit. */
  record InstrumentAdded(String id, Instrument.Details about, Audience audience, SeatId by)
      implements InstrumentEvent {
    @Override
    public String instrument() {
      return id;
    }

    @Override
    public SeatId author() {
      return by;
    }
  }

  /** It is called or filed differently. */
  record InstrumentChanged(String id, Instrument.Details about, SeatId by)
      implements InstrumentEvent {
    @Override
    public String instrument() {
      return id;
    }

    @Override
    public SeatId author() {
      return by;
    }
  }

  /** Somebody else keeps it now; with null convenors alone do. */
  record InstrumentPassedOn(String instrument, @Nullable SeatId to) implements InstrumentEvent {}

  /**
   * A wording of all of it stands. Its provisions follow in the same commit.
   *
   * @param called its own title
   * @param dated the day that it bears; null if it bears none
   * @param textSha256 of its text of record in UTF-8
   * @param chars UTF-16 units of that text
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EditionAdopted(
      String instrument,
      int number,
      String called,
      @Nullable LocalDate dated,
      Edition.Source source,
      String textSha256,
      int chars,
      SeatId by)
      implements InstrumentEvent {
    @Override
    public SeatId author() {
      return by;
    }
  }

  /**
   * A piece of the text of an edition, in order: joined the pieces are its text of record.
   *
   * @param piece from 0
   */
  record ProvisionsPlaced(String instrument, int edition, int piece, List<Placed> placed, SeatId by)
      implements InstrumentEvent {
    /** A copy that nobody else can change. */
    public ProvisionsPlaced {
      placed = List.copyOf(placed);
    }

    /** What a member's own copy has of them. */
    public List<Said> segments() {
      return placed.stream()
          .map(p -> new Said(p.provision(), p.path(), p.kind(), p.level(), p.text()))
          .toList();
    }

    /** A piece as a copy has it. */
    @PlainJson
    public record Said(
        @Nullable String provision, String path, Segment.Kind kind, int level, String text) {}

    @Override
    public SeatId author() {
      return by;
    }
  }

  /** Its issuer has withdrawn an edition. */
  record EditionWithdrawn(
      String instrument, int edition, @JsonProperty("note") StoredText storedNote, SeatId by)
      implements InstrumentEvent {
    /** Why; may be empty. */
    public String note() {
      return storedNote.toString();
    }

    @Override
    public SeatId author() {
      return by;
    }
  }

  /** An issue, an update or an action is about a provision. */
  record ProvisionCited(String instrument, String provision, Ref on, SeatId by)
      implements InstrumentEvent {}

  /** It is not about that provision any more. */
  record CitationRemoved(String instrument, String provision, Ref on, SeatId by)
      implements InstrumentEvent {}
}
