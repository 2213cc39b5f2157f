package org.caucus.coalition.updates.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;
import static org.caucus.workspace.Parties.saying;

import org.caucus.coalition.access.Role;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** A liaison who does not stand by a colleague's draft sends it back. */
class SendBackTest {
  private static final SeatId CHIDI = new SeatId("chidi");
  private static final String D = Given.THING;

  private static Given drafted() {
    return Given.coalition()
        .and(Parties.seat(CHIDI, "chirp", Role.LIAISON, null))
        .does(CHIKA, new DraftCommand.RuleCompany(true))
        .does(CHIKA, saying("Within 48 hours."));
  }

  private static DraftCommand back(int version) {
    return new DraftCommand.ReturnDraft(D, version, "Say from which day on. ");
  }

  private static Draft draft(Given given) {
    return given.state().updates().drafts().find(D).orElseThrow();
  }

  @Test
  void itWaitsForItsAuthorWithTheReason() {
    drafted()
        .when(CHIDI, back(1))
        .then(new DraftEvent.DraftReturned(D, "chirp", "Say from which day on.", CHIDI));
    Given given = drafted().does(CHIDI, back(1));

    assertThat(draft(given).returned()).extracting(Draft.Returned::by).isEqualTo(CHIDI);
    assertThat(DraftDecider.asks(given.state(), draft(given), CHIDI)).isFalse();
    given.when(CHIDI, back(1)).refused(Refusal.Kind.CONFLICT);

    given = given.does(CHIKA, new UpdateCommand.ReviseDraft(D, 1, saying("From March on."), null));
    assertThat(draft(given).returned()).isNull();
    assertThat(DraftDecider.asks(given.state(), draft(given), CHIDI)).isTrue();
    given.when(CHIDI, back(1)).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void thePersonWhoThoughtBetterOfItConfirmsItAllTheSame() {
    Given given = drafted().does(CHIDI, back(1)).does(CHIDI, new DraftCommand.ConfirmDraft(D, 1));

    assertThat(draft(given).state()).isEqualTo(Draft.State.PUBLISHED);
  }

  @Test
  void itsAuthorAndOthersCannotAndOthersLearnOfNothing() {
    Given given = drafted();
    given.when(CHIKA, back(1)).refused(Refusal.Kind.FORBIDDEN);
    String absent = given.when(AMINA, new DraftCommand.ReturnDraft("none", 1, "")).answer();
    assertThat(given.when(AMINA, back(1)).answer()).isEqualTo(absent);
    assertThat(given.when(VERA, back(1)).answer()).isEqualTo(absent);
    for (SeatId other : new SeatId[] {AMINA, VERA, CHIKA}) {
      assertThat(DraftDecider.asks(given.state(), draft(given), other)).isFalse();
    }

    given = given.does(CHIDI, back(1));
    Commit commit = given.state().history().getLast();
    assertThat(given.state().visibleEvents(commit, CHIKA)).hasSize(1);
    assertThat(given.state().visibleEvents(commit, AMINA)).isEmpty();
    assertThat(given.state().visibleEvents(commit, VERA)).isEmpty();
  }
}
