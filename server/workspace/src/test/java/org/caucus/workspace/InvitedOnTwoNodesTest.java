package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, each with its own copy of the workspace, are asked the same at once. */
class InvitedOnTwoNodesTest {
  /** Rounds of what is done at once: each of two orders comes up. */
  private static final int ROUNDS = 20;

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private Installation caucus;
  private Rooms lagos;
  private Rooms abuja;
  private WorkspaceId workspace;
  private SeatId amina;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    workspace = caucus.workspace();
    lagos = new Rooms(caucus.log(), InstantSource.system(), caucus.bell(vertx));
    abuja = new Rooms(caucus.log(), InstantSource.system(), caucus.bell(vertx));
    lagos
        .submit(
            workspace,
            null,
            new MemberCommand.OpenWorkspace(
                "cop", "Code of Practice", "rights", "Rights Now", "person-amina", "Amina"),
            null)
        .await();
    amina = lagos.read(workspace).await().members().seatOf("person-amina").orElseThrow().id();
    abuja.read(workspace).await();
  }

  @AfterEach
  void close() {
    lagos.close();
    abuja.close();
    vertx.close().await();
    caucus.close();
  }

  private List<Future<Committed>> both(SeatId by, MemberCommand command) {
    List<Future<Committed>> both =
        List.of(
            lagos.submit(workspace, by, command, null), abuja.submit(workspace, by, command, null));
    Future.join(both).otherwiseEmpty().await();
    return both;
  }

  private static Refusal refused(List<Future<Committed>> both) {
    return both.stream()
        .filter(Future::failed)
        .map(f -> (Refusal) f.cause())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneInvitationAndOneSeatComeOfTwoRequests() {
    for (int i = 0; i < ROUNDS; i++) {
      String person = "person" + i;
      String address = person + "@press.example";
      List<Future<Committed>> invited =
          both(amina, new MemberCommand.Invite(address, null, "rights", Role.MEMBER));
      assertThat(invited).filteredOn(Future::succeeded).hasSize(1);
      assertThat(refused(invited))
          .hasMessageContaining("This address already has an open invitation.");
      String id =
          invited.stream().filter(Future::succeeded).findFirst().orElseThrow().result().thing();

      List<Future<Committed>> taken =
          both(null, new MemberCommand.AcceptInvitation(id, person, "Bola"));
      assertThat(taken).filteredOn(Future::succeeded).hasSize(1);
      assertThat(refused(taken).kind()).isEqualTo(Refusal.Kind.ABSENT);
      for (Rooms node : List.of(lagos, abuja)) {
        assertThat(node.newest(workspace).members().seatsOf(person)).hasSize(1);
      }
    }
  }

  private Committed done(Rooms node, @Nullable SeatId by, MemberCommand command) {
    return node.submit(workspace, by, command, null).await();
  }

  private String invited(Rooms node, SeatId by, String address, Role role) {
    return done(node, by, new MemberCommand.Invite(address, null, "rights", role)).thing();
  }

  /** The other node has not heard of it when the link is followed there. */
  @Test
  void whoWasInvitedByWhoLeftOrByAnInvitationThatWasTakenBackIsNotLetInElsewhere() {
    String own = invited(lagos, amina, "ngozi@press.example", Role.CONVENOR);
    done(lagos, null, new MemberCommand.AcceptInvitation(own, "person-ngozi", "Ngozi"));
    SeatId ngozi = lagos.newest(workspace).members().seatOf("person-ngozi").orElseThrow().id();
    String hers = invited(abuja, ngozi, "bola@press.example", Role.MEMBER);
    String revoked = invited(abuja, amina, "dara@press.example", Role.MEMBER);

    done(lagos, amina, new MemberCommand.EndSeat(ngozi));
    done(lagos, amina, new MemberCommand.RevokeInvitation(revoked));

    for (String gone : List.of(hers, revoked)) {
      var accept = new MemberCommand.AcceptInvitation(gone, "person-" + gone, "Somebody");
      assertThatThrownBy(() -> done(abuja, null, accept)).isInstanceOf(Refusal.class);
      assertThat(abuja.newest(workspace).members().seatsOf("person-" + gone)).isEmpty();
    }
  }
}
