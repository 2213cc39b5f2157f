package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.views.audit.AuditPresenter;
import org.junit.jupiter.api.Test;

/** Amina was let in again without her passkey by the word of another workspace. */
class RecoveryWaitsTest extends RoomStory {
  private static final String PERSON = "person-amina";
  private static final Duration WAIT = Duration.ofDays(3);

  private SeatIndex seatings() {
    return new SeatIndex(
        new SealedCollection(
            caucus.mongo().documents("seatings"), caucus.vault(), WorkspaceId.SYSTEM),
        rooms);
  }

  private boolean opens() {
    WorkspaceDirectory names =
        new WorkspaceDirectory(
            new UniqueNames(caucus.mongo(), caucus.vault(), "slug"),
            new UniqueNames(caucus.mongo(), caucus.vault(), "address"),
            "lists.example");
    names.claimSlug("cop", workspace).await();
    PasskeyPolicy threshold = new PasskeyPolicy(p -> Future.succeededFuture(true));
    SeatResolver entrance = new SeatResolver(names, rooms, seatings(), threshold, clock);
    try {
      return entrance.open("cop", PERSON).await().isPresent();
    } catch (Refusal closed) {
      assertThat(closed.why()).contains("72 hours");
      return false;
    }
  }

  private Instant waits(String... gave) {
    seatings().add(PERSON, workspace).await();
    Instant until = time.get().plus(WAIT);
    new RecoveryWaits(rooms, seatings()).await(PERSON, Set.of(gave), until).await();
    return until;
  }

  private SeatId another() {
    var invited = new MemberCommand.Invite("bola@press.example", "Bola", "rights", Role.CONVENOR);
    rooms.submit(workspace, amina, invited, null).await();
    String id = state().members().invitations().keySet().iterator().next();
    var accepted = new MemberCommand.AcceptInvitation(id, "person-bola", "Bola");
    rooms.submit(workspace, null, accepted, null).await();
    return state().members().seatOf("person-bola").orElseThrow().id();
  }

  @Test
  void whatDidNotGiveItsWordStaysClosedForThreeDaysAndItsRecordSaysSo() {
    assertThat(opens()).isTrue();

    Instant until = waits("another workspace");

    assertThat(opens()).isFalse();
    assertThat(AuditPresenter.csv(state(), amina)).contains("recovery.awaited", until.toString());
    time.set(until);
    assertThat(opens()).isTrue();
  }

  @Test
  void whatGaveItsWordIsOpen() {
    waits(workspace.value());

    assertThat(opens()).isTrue();
    assertThat(AuditPresenter.csv(state(), amina)).doesNotContain("recovery.awaited");
  }

  @Test
  void aConvenorOfItsOwnOpensItAndNobodyDoesSoForThemself() {
    SeatId bola = another();
    waits();

    var own =
        new MemberCommand.ConfirmRecovery(amina, state().members().seats().get(amina).waits());
    assertThatThrownBy(() -> rooms.submit(workspace, amina, own, null).await())
        .isInstanceOf(Refusal.class);
    assertThat(opens()).isFalse();
    rooms.submit(workspace, bola, own, null).await();

    assertThat(opens()).isTrue();
  }

  /** Two were let in one after the other: what is said of the first opens nothing to the second. */
  @Test
  void whatIsSaidOfARecoveryBeforeOpensNothing() {
    SeatId bola = another();
    var before = new MemberCommand.ConfirmRecovery(amina, null);
    Instant until = waits();
    new RecoveryWaits(rooms, seatings()).callOff(PERSON, until.minusSeconds(1)).await();

    assertThat(opens()).isFalse();
    assertThatThrownBy(() -> rooms.submit(workspace, bola, before, null).await())
        .isInstanceOf(Refusal.class);
    assertThat(opens()).isFalse();
  }

  @Test
  void whatIsCalledOffIsOpenAndASecondTimeChangesNothing() {
    Instant until = waits();
    new RecoveryWaits(rooms, seatings()).callOff(PERSON, until).await();
    int length = log().size();
    new RecoveryWaits(rooms, seatings()).callOff(PERSON, until).await();

    assertThat(opens()).isTrue();
    assertThat(log()).hasSize(length);
    assertThat(state().history().getLast().events().getFirst())
        .isEqualTo(new MemberEvent.RecoveryCalledOff(amina));
  }
}
