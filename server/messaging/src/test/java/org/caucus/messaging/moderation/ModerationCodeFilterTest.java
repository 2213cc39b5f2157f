package org.caucus.messaging.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.Tickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No code that decides about a letter is said in the browser, wherever in a request it stands. */
class ModerationCodeFilterTest {
  @TempDir Path directory;
  private PostOffice office;
  private ModerationCodeFilter kept;
  private String code;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    kept = new ModerationCodeFilter(new HoldCodes(office.caucus.vault()), operations -> {});
    code = new Tickets(office.caucus.vault(), "hold").mint(new byte[Tickets.PAYLOAD_BYTES]);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aCodeIsSeenInATextAndInListsAndObjectsWithin() {
    JsonObject reply = new JsonObject().put("on", "2026-06-21").put("text", "approve " + code);
    assertThat(kept.carried(new JsonObject().put("text", "See " + code + "."))).contains("text");
    assertThat(kept.carried(new JsonObject().put("replies", new JsonArray().add(reply))))
        .contains("replies");
    assertThat(kept.carried(new JsonObject().put("deep", new JsonObject().put("reply", reply))))
        .contains("deep");
  }

  @Test
  void whatCarriesNoneGoesOn() {
    JsonObject body =
        new JsonObject()
            .put("text", "approve")
            .put("second", true)
            .put("many", 3)
            .putNull("none")
            .put("items", new JsonArray().add("a".repeat(26)).add(1));
    assertThat(kept.carried(body)).isEmpty();
  }
}
