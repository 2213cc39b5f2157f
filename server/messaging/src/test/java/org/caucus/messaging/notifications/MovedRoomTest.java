package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** Nobody goes to the old room: another place is told as another hour is, and to calendars. */
class MovedRoomTest extends AtPostOffice {
  @Test
  void thePersonWhoWasInvitedHearsThatTheRoomIsAnother() {
    Action.When when =
        new Action.When(Given.START.plus(Duration.ofDays(9)), null, ZoneId.of("Africa/Lagos"));
    String action =
        office.submit(
            "ada",
            new ActionCommand.PlanAction(
                Action.Kind.PRESS_CONFERENCE,
                "Press conference",
                "",
                null,
                when,
                "Room 4",
                Audience.everyone()));
    office.delivered();
    int before = office.lettersOf("ben").size();

    office.submit(
        "ada",
        new ActionCommand.EditAction(
            action, null, null, "Bring hats.", null, null, null, "The garden", null));
    office.delivered();

    var letters = office.lettersOf("ben");
    assertThat(letters).hasSize(before + 1);
    RawLetter moved = letters.getLast();
    assertThat(ParsedLetter.of(moved).text())
        .contains("Where: The garden (was: Room 4)", "Bring hats.")
        .containsOnlyOnce("Room 4");
    assertThat(new String(moved.toBytes(), StandardCharsets.UTF_8)).contains("text/calendar");
  }
}
