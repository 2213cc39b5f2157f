package org.caucus.coalition.lists.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** A special notice is what a convenor says, and stays one. */
class SpecialNoticesTest {
  private static Given says(Given given, SeatId seat) {
    return given.does(
        seat,
        new ListCommand.StartThread(
            "coalition", "Special notice: the draft is out", Post.web("Read it.", null, null)));
  }

  private static boolean isSpecial(Given given) {
    Workspace state = given.state();
    return SpecialNotices.is(
        state,
        state.lists().thread(Given.THING).orElseThrow(),
        state.history().stream()
            .flatMap(c -> c.events().stream())
            .filter(EntryEvent.EntryPosted.class::isInstance)
            .map(EntryEvent.EntryPosted.class::cast)
            .reduce((first, second) -> second)
            .orElseThrow());
  }

  @Test
  void theRoleOfThatTimeCounts() {
    Given convenor = says(Given.coalition(), AMINA);
    assertThat(isSpecial(convenor)).isTrue();
    assertThat(isSpecial(convenor.and(new MemberEvent.RoleChanged(AMINA, Role.MEMBER)))).isTrue();

    Given member = says(Given.coalition(), BOLA);
    assertThat(isSpecial(member)).isFalse();
    assertThat(isSpecial(member.and(new MemberEvent.RoleChanged(BOLA, Role.CONVENOR)))).isFalse();
  }
}
