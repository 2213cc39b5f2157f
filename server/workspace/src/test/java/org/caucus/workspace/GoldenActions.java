package org.caucus.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.actions.Reminder;
import org.caucus.coalition.actions.Strategy;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** One event of each type that tells of actions beyond the plan of one. */
final class GoldenActions {
  private static final SeatId AMINA = new SeatId("amina2seat7amina2seat7amin");
  private static final SeatId CHIKA = new SeatId("chika2seat7chika2seat7chik");

  private GoldenActions() {}

  static List<Event> all() {
    return List.of(
        new ActionEvent.ActionDetailed(
            "action2",
            new ActionDetails(
                true,
                List.of("rights", "press"),
                List.of(Strategy.RESEARCH, Strategy.PUBLIC_ADVOCACY),
                "https://call.example/cop",
                "1. The notice period",
                "Portal of the agency",
                "AGENCY-12",
                LocalDate.parse("2026-07-15"),
                List.of(new ActionDetails.Reply(LocalDate.parse("2026-07-10"), "We have it.")),
                List.of(Reminder.DAY, Reminder.TWO_HOURS),
                List.of(Ref.to(Ref.Kind.ISSUE, "issue2")))),
        new ActionEvent.Answered("action2", CHIKA, Commitment.Answer.MAY, "by telephone"),
        new ActionEvent.AttendanceNoted("action2", List.of(AMINA, CHIKA), AMINA),
        new ActionEvent.MinutesWritten("action2", "- [ ] Send the memo", AMINA),
        new ActionEvent.ReplyRecorded(
            "action2",
            new ActionDetails.Reply(LocalDate.parse("2026-07-10"), "We have it.", true),
            LocalDate.parse("2026-07-31"),
            AMINA),
        new ActionEvent.ReplyOverdue(
            "action2", LocalDate.parse("2026-07-15"), Instant.parse("2026-07-15T23:00:00Z")),
        new ActionEvent.Reminded("action2", Instant.parse("2026-06-20T09:00:00Z")),
        new ActionEvent.Embargoed(
            "action2", Instant.parse("2026-06-21T09:00:00Z"), Audience.everyone(), AMINA));
  }
}
