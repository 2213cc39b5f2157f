package org.caucus.workspace;

import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.InstrumentEvent;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.instruments.cutting.NumberPath;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;

/** One event of each type that tells of instruments. */
final class GoldenInstruments {
  private static final SeatId AMINA = new SeatId("amina2seat7amina2seat7amin");

  private GoldenInstruments() {}

  static List<Event> all() {
    Instrument.Details about =
        new Instrument.Details(
            Instrument.Kind.DRAFT, "Code of Practice", "NG", "The agency", "en", "COP");
    Ref issue = Ref.to(Ref.Kind.ISSUE, "issue2");
    return List.of(
        new InstrumentEvent.InstrumentAdded("code", about, Audience.everyone(), AMINA),
        new InstrumentEvent.InstrumentChanged("code", about, AMINA),
        new InstrumentEvent.InstrumentPassedOn("code", AMINA),
        new InstrumentEvent.EditionAdopted(
            "code",
            1,
            "Code of Practice, draft of June 2026",
            LocalDate.parse("2026-06-02"),
            new Edition.Source("blob2", "draft.docx", "0".repeat(64), 182_044),
            "1".repeat(64),
            61,
            AMINA),
        new InstrumentEvent.ProvisionsPlaced("code", 1, 0, placed(), AMINA),
        new InstrumentEvent.EditionWithdrawn(
            "code", 1, StoredText.of("The agency took it back."), AMINA),
        new InstrumentEvent.ProvisionCited("code", "provision2", issue, AMINA),
        new InstrumentEvent.CitationRemoved("code", "provision2", issue, AMINA));
  }

  private static List<Placed> placed() {
    NumberPath.Step part = new NumberPath.Step(Segment.Kind.PART, "Part", "I");
    NumberPath.Step own = new NumberPath.Step(Segment.Kind.SECTION, "", "3");
    return List.of(
        new Placed(null, Segment.Kind.FURNITURE, 1, null, "", StoredText.of("Page 1\n")),
        new Placed(
            "provision1",
            Segment.Kind.PART,
            1,
            NumberPath.of(List.of(part)),
            "i",
            StoredText.of("PART I\n")),
        new Placed(
            "provision2",
            Segment.Kind.SECTION,
            2,
            NumberPath.of(List.of(part, own)),
            "i.3",
            StoredText.of("3. Content is removed within 24 hours of notice.\n")));
  }
}
