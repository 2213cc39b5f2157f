package org.caucus.views.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** An agency may take longer to answer than a calendar looks back. */
class AwaitedTest {
  private static final Site SITE = new Site("lists.example", "https://caucus.example");
  private static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");

  @Test
  void theDayOfAReplyIsThereThoughWhatWasSubmittedIsLongAgo() {
    Instant longAgo = NOW.minus(CalendarSubscription.BACK).minusSeconds(86_400L * 30);
    ActionDetails awaited = ActionDetails.none().due(LocalDate.parse("2026-07-15"));
    Given given =
        Given.coalition()
            .and(
                new ActionEvent.ActionPlanned(
                    "memo",
                    Action.Kind.SUBMISSION,
                    "Memo",
                    "",
                    BOLA,
                    new Action.When(longAgo, null, ZoneId.of("Africa/Lagos")),
                    "",
                    Audience.everyone(),
                    BOLA),
                new ActionEvent.ActionDetailed("memo", awaited));

    assertThat(List.of(CalendarSubscription.of(given.state(), AMINA, SITE, NOW).split("\r\n")))
        .contains("UID:reply-memo@lists.example", "DTSTART;VALUE=DATE:20260715");
  }

  @Test
  void whatWasSubmittedAwaitsItsReplyUntilThatCame() {
    Given submitted = submitted(ActionDetails.none().due(LocalDate.parse("2026-07-15")));

    assertThat(calendar(submitted)).contains("UID:reply-memo@lists.example");
    var answer = new ActionDetails.Reply(LocalDate.parse("2026-06-09"), "Thank you.", true);
    Given received = submitted.and(new ActionEvent.ReplyRecorded("memo", answer, null, BOLA));
    assertThat(calendar(received)).as("a receipt is no answer").contains("UID:reply-memo");
    var last = new ActionDetails.Reply(LocalDate.parse("2026-06-10"), "We agree.");
    Given answered = received.and(new ActionEvent.ReplyRecorded("memo", last, null, BOLA));
    assertThat(calendar(answered)).doesNotContain("UID:reply-memo");
  }

  private static String calendar(Given given) {
    return CalendarSubscription.of(given.state(), AMINA, SITE, NOW);
  }

  /** Handed in, and so done, though no answer came yet. */
  private static Given submitted(ActionDetails details) {
    return Given.coalition()
        .and(
            new ActionEvent.ActionPlanned(
                "memo",
                Action.Kind.SUBMISSION,
                "Memo",
                "",
                BOLA,
                new Action.When(NOW, null, ZoneId.of("Africa/Lagos")),
                "",
                Audience.everyone(),
                BOLA),
            new ActionEvent.ActionDetailed("memo", details),
            new ActionEvent.ActionEdited(
                "memo", null, null, Action.State.DONE, null, null, null, null));
  }
}
