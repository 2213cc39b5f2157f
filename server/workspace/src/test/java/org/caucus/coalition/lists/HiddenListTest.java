package org.caucus.coalition.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** A list that a convenor cannot read, and the short name they wish for theirs. */
class HiddenListTest {
  private static ListCommand.OpenList opens(String slug, Audience ceiling) {
    return new ListCommand.OpenList(slug, "Security of " + slug, "", slug, ceiling);
  }

  private static Given convenors() {
    return Given.coalition()
        .and(new MemberEvent.RoleChanged(BOLA, Role.CONVENOR))
        .does(AMINA, opens("security", Audience.named(List.of(AMINA))))
        .does(AMINA, opens("press", Audience.civilSociety()));
  }

  @Test
  void aNameOfWhatIsHiddenIsTakenLikeOneOfAnotherWorkspace() {
    Refusal no =
        convenors()
            .when(BOLA, opens("security", Audience.civilSociety()))
            .refused(
                AddressRegistry.taken("security").kind(),
                AddressRegistry.taken("security").field());

    assertThat(no.why()).isEqualTo(AddressRegistry.taken("security").why());
  }

  @Test
  void whatElseIsWrongIsToldFirstAsWhereNothingIsTaken() {
    Audience others = Audience.companyOnly("chirp");
    Refusal free =
        convenors().when(BOLA, opens("free", others)).refused(Refusal.Kind.INVALID, "audience");
    Refusal hidden =
        convenors().when(BOLA, opens("security", others)).refused(Refusal.Kind.INVALID, "audience");

    assertThat(hidden.why())
        .isEqualTo(free.why())
        .isNotEqualTo(AddressRegistry.taken("security").why());
  }

  @Test
  void aNameThatIsThereToBeReadIsRefusedWithTheReason() {
    assertThat(
            convenors()
                .when(BOLA, opens("press", Audience.civilSociety()))
                .refused(Refusal.Kind.CONFLICT)
                .why())
        .isEqualTo(
            "The short name press already belongs to the list Security of press. Choose another one.");
  }
}
