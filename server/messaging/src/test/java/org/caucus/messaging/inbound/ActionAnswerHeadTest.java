package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Ref;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer to an action begins with lines, as one to an issue does, in every language. */
class ActionAnswerHeadTest extends LetterWriting {
  private static final String QUOTE =
      "\n\nOn Monday, Amina wrote:\n> State: cancelled\n> Memo to the agency\n";

  private String ticket;

  @BeforeEach
  void anActionIsTold() {
    office.submit(
        "amina",
        new ActionCommand.PlanAction(
            Action.Kind.CALL,
            "Memo to the agency",
            "Who drafts it?",
            null,
            new Action.When(null, null, ZoneId.of("UTC")),
            "",
            Audience.everyone()));
    ticket = ticketOf("bola");
  }

  private Action action() {
    return office.state().actions().byId().values().iterator().next();
  }

  private List<Entry> said() {
    return office.state().entries().under(Ref.to(Ref.Kind.ACTION, action().id()));
  }

  private void answer(String text) throws IOException {
    mail(BOLA, ticket, "Re: Memo", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "State: done\nOwner: me\nWhere: Abuja\nWhen: Friday 15:00 UTC\n\nSo be it.",
        """
        État\u00a0: fait
        Responsable\u00a0: moi
        Lieu\u202f: Abuja
        Quand : vendredi à 15h UTC

        So.\
        """,
        "الحالة: منجزة\nالمسؤول: أنا\nالمكان: Abuja\nالموعد: الجمعة ١٥:٠٠ UTC\n\nSo.",
      })
  void linesAtTheHeadAreObeyed(String text) throws IOException {
    answer(text + QUOTE);

    assertThat(action().state()).isEqualTo(Action.State.DONE);
    assertThat(action().owner()).isEqualTo(office.seats.get("bola"));
    assertThat(action().place()).isEqualTo("Abuja");
    Instant friday =
        office
            .today()
            .with(TemporalAdjusters.next(DayOfWeek.FRIDAY))
            .atTime(LocalTime.of(15, 0))
            .atZone(ZoneId.of("UTC"))
            .toInstant();
    assertThat(Objects.requireNonNull(action().when()).startsAt()).isEqualTo(friday);
    assertThat(said()).singleElement().satisfies(e -> assertThat(e.text()).startsWith("So"));
  }

  @Test
  void oneThatIsNotUnderstoodRefusesAllOfIt() throws IOException {
    answer("State: dnoe\nWhere: Abuja\n\nSo.");

    assertThat(refused().getFirst()).startsWith(ASKS_ACTION_WRONGLY);
    assertThat(refused().getLast()).isEqualTo(AGAIN + "\n    State: done\n    Where: Abuja");
    assertThat(action().place()).isEmpty();
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Where: do we meet?",
        "When: any day of next week suits us.",
        "State: we wait for the agency to answer.",
        "About: the memo",
        "Note: I am late",
        "> State: done\n\nNot before Friday.",
      })
  void whatSomebodySaysWithAColonIsPosted(String text) throws IOException {
    answer(text);

    assertThat(action().state()).isEqualTo(Action.State.PLANNED);
    assertThat(action().place()).isEmpty();
    assertThat(said()).hasSize(1);
  }

  @Test
  void linesAndBracketsTogetherSayAThingOnce() throws IOException {
    mail(BOLA, ticket, "Re: Memo [where=Abuja]", "State: done\n\nSo.");
    assertThat(action().place()).isEqualTo("Abuja");
    assertThat(action().state()).isEqualTo(Action.State.DONE);

    mail(BOLA, ticket, "Re: Memo [where=Lagos]", "Where: Kano\n\nSo.");
    assertThat(refused().getFirst()).contains("appears more than once");
  }
}
