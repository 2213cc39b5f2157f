package org.caucus.messaging.delivery.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.coalition.lists.Delivery;
import org.caucus.kernel.WorkspaceId;
import org.junit.jupiter.api.Test;

/** What is known of an address is known of its owner, wherever they sit. */
class AccountWideTest extends Returning {
  /** An address is as dead in one coalition as in the other: days of both count, and both stop. */
  @Test
  void whatIsKnownOfAnAddressHoldsInAllWorkspacesOfItsOwner() {
    WorkspaceId first = workspace;
    workspace = installation.workspace();
    workspaces.add(workspace);
    coalition("memo");
    badDays(2, DEAD);
    workspace = first;
    badDays(3, DEAD);
    probesComeBack(4);

    for (WorkspaceId each : workspaces) {
      workspace = each;
      assertThat(delivery()).isEqualTo(Delivery.NONE);
      assertThat(rooms.read(each).await().lists().delivery(seat("amina").id(), ""))
          .isEqualTo(Delivery.EACH);
    }
    assertThat(waitingFor(OTHER, SuspensionMail.KIND)).as("told once").hasSize(1);

    bounces.moved().accept("bola");
    for (WorkspaceId each : workspaces) {
      workspace = each;
      assertThat(delivery()).isEqualTo(Delivery.EACH);
    }
  }
}
