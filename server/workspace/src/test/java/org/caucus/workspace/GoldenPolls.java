package org.caucus.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.polls.BallotValue;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollEvent;
import org.caucus.coalition.polls.Voice;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;

/** One event of each type that tells of polls. */
final class GoldenPolls {
  private static final SeatId AMINA = new SeatId("amina2seat7amina2seat7amin");
  private static final Instant CLOSES = Instant.parse("2026-06-20T18:00:00Z");

  private GoldenPolls() {}

  static List<Event> all() {
    return List.of(
        new PollEvent.PollOpened("poll2", asked(), Ref.to(Ref.Kind.ISSUE, "issue2"), AMINA),
        new PollEvent.BallotCast(
            "poll2",
            "ballot2",
            "rights",
            false,
            BallotValue.marks(List.of(new BallotValue.Mark("1", BallotValue.YES))),
            StoredText.of("Later is better."),
            Channel.MAIL,
            AMINA),
        new PollEvent.ObjectionResolved(
            "poll2", "ballot2", StoredText.of("The words were changed."), AMINA),
        new PollEvent.PollPassedOn("poll2", AMINA),
        new PollEvent.PollExtended("poll2", CLOSES, AMINA),
        new PollEvent.PollReminded("poll2", CLOSES),
        new PollEvent.PollClosed(
            "poll2", true, List.of(new Voice("rights", Side.CIVIL_SOCIETY)), "key2", AMINA),
        new PollEvent.PollDecided(
            "poll2",
            StoredText.of("We meet on Monday."),
            "1",
            "action2",
            LocalDate.parse("2026-12-01"),
            "key2",
            AMINA),
        new PollEvent.PollReviewDue("poll2", LocalDate.parse("2026-12-01")),
        new PollEvent.PollReviewed(
            "poll2", StoredText.of("It still suits."), LocalDate.parse("2027-06-01"), AMINA));
  }

  private static Poll.Question asked() {
    return new Poll.Question(
        Poll.Kind.TIME,
        "When do we meet?",
        StoredText.of("An hour is enough."),
        List.of(
            new Poll.Option(
                "1",
                "Monday",
                Instant.parse("2026-06-22T09:00:00Z"),
                Instant.parse("2026-06-22T10:00:00Z"))),
        Poll.VoiceOf.ORGANISATION,
        Audience.civilSociety(),
        new Poll.Quorum(60, true),
        CLOSES,
        Poll.Silence.NO_OBJECTION,
        Poll.Shown.AT_CLOSE,
        ZoneId.of("Africa/Lagos"),
        Audience.everyone(),
        "key2");
  }
}
