package org.caucus.messaging.distribution.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipientBatchesTest {
  private static final String CAUSE = "a-commit/an-entry";

  @TempDir Path directory;

  @Test
  void allParcelsAreFoundAgainAlsoThoseOfWhenTheyWereSmaller() {
    try (PostOffice office = new PostOffice(directory).founded()) {
      Workspace state = office.state();

      List<String> ids = RecipientBatches.ids(state, RecipientBatches.POST, CAUSE);

      String smaller = DeliveryBatch.id(state.id().value(), CAUSE, RecipientBatches.POST, "0");
      assertThat(ids).contains(smaller);
      List<DeliveryBatch> parcels =
          RecipientBatches.parcels(
              state,
              RecipientBatches.POST,
              CAUSE,
              new JsonObject(),
              seat -> true,
              seat -> office.now(),
              office.now());
      assertThat(parcels).hasSize(1);
      assertThat(ids).contains(parcels.getFirst().id());
      assertThat(parcels.getFirst().id()).as("it holds other seats").isNotEqualTo(smaller);
    }
  }
}
