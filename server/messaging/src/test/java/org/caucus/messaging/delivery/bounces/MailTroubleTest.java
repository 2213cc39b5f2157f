package org.caucus.messaging.delivery.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.SeatId;
import org.caucus.mail.dsn.BounceReason;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** What is shown of mail that comes back, to whom. */
class MailTroubleTest {
  private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

  private final Workspace state = Given.coalition().state();

  private AddressHealth chikas(AddressHealth.Purpose... purposes) {
    String here = state.id().value();
    AddressHealth now = AddressHealth.of("chika@chirp.example", here);
    for (int i = 0; i < purposes.length; i++) {
      Instant at = NOON.plus(Duration.ofMinutes(i));
      now =
          now.returned(
              new AddressHealth.Return(
                  "r" + i, at, purposes[i], BounceReason.FULL, true, "5.2.2", here),
              here);
    }
    return now;
  }

  private JsonArray shown(SeatId reader, AddressHealth standing) {
    return MailTroubleRoutes.show(state, seat(Parties.CHIKA), seat(reader), Optional.of(standing))
        .map(one -> one.getJsonArray("returns"))
        .orElseThrow();
  }

  private Seat seat(SeatId id) {
    return Objects.requireNonNull(state.members().seats().get(id));
  }

  /** Else they count and date what is said to the company alone. */
  @Test
  void howManyLettersCameBackAndWhenIsToldToWhoseMailItIsAlone() {
    AddressHealth once = chikas(AddressHealth.Purpose.NOTICE);
    AddressHealth often =
        chikas(
            AddressHealth.Purpose.POST, AddressHealth.Purpose.POST, AddressHealth.Purpose.NOTICE);

    assertThat(shown(Parties.CHIKA, often)).hasSize(3);
    assertThat(shown(Parties.AMINA, often)).isEqualTo(shown(Parties.AMINA, once)).hasSize(1);
    assertThat(shown(Parties.AMINA, once).getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("at", "2026-06-15T00:00:00Z")
                .put("reason", "FULL")
                .put("status", "5.2.2")
                .put("counts", false));
  }
}
