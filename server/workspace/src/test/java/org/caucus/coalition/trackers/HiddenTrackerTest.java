package org.caucus.coalition.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** A tracker that a convenor cannot read, and the key they wish for theirs. */
class HiddenTrackerTest {
  private static final Audience TWO = Audience.named(List.of(AMINA));

  private static Given convenors() {
    return Given.coalition().and(new MemberEvent.RoleChanged(BOLA, Role.CONVENOR));
  }

  private static IssueCommand.OpenTracker opens(String wished, Audience ceiling) {
    String key = IssueLabels.key(wished, ceiling, RandomIds.random());
    return new IssueCommand.OpenTracker(
        key, "Security of " + key, "x" + RandomIds.random(), ceiling);
  }

  @Test
  void nobodyIsToldThatTheirKeyIsTakenByWhatTheyCannotRead() {
    Given without = convenors();
    Given with = convenors().does(AMINA, opens("SEC", TWO));
    var wish = new IssueCommand.OpenTracker("SEC", "Security", "sec", Audience.civilSociety());

    with.when(BOLA, wish)
        .then(new IssueEvent.TrackerOpened("SEC", "Security", "sec", Audience.civilSociety()));
    without
        .when(BOLA, wish)
        .then(new IssueEvent.TrackerOpened("SEC", "Security", "sec", Audience.civilSociety()));
  }

  @Test
  void aKeyThatIsThereToBeReadIsRefusedWithTheReason() {
    Refusal no =
        convenors()
            .when(BOLA, opens("COP", Audience.civilSociety()))
            .refused(Refusal.Kind.CONFLICT);
    assertThat(no.why()).contains("Choose another");
  }

  @Test
  void theLimitCountsWhatItsReaderCanRead() {
    Given many = convenors();
    // one is there already
    for (int i = 1; i < IssueDecider.MAX_TRACKERS; i++) {
      many = many.does(AMINA, opens("SEC", TWO));
    }

    many.when(AMINA, opens("MORE", Audience.civilSociety())).refused(Refusal.Kind.CONFLICT);
    many.when(BOLA, opens("MORE", Audience.civilSociety())).last();
  }

  @Test
  void aKeyForNamedSeatsFitsItsForm() {
    assertThat(IssueLabels.key("REMOVALS24", TWO, "abcdefgh2345")).isEqualTo("REMOABCDEF");
    assertThat(IssueLabels.key("S1", TWO, "abcdefgh2345")).matches("[A-Z][A-Z0-9]{1,9}");
    assertThat(IssueLabels.key("REMOVALS24", Audience.everyone(), "abc")).isEqualTo("REMOVALS24");
  }
}
