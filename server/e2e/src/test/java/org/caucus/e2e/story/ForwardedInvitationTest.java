package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bola sends her invitation on to a colleague, who opens its link and becomes Bola by mistake. */
@Tag("slow")
class ForwardedInvitationTest {
  private static final String BOLA = "bola@press.example";
  private static final String STEP_UP = "urn:caucus:step-up-needed";

  @TempDir static Path data;

  @Test
  void whoHasOnlyTheLinkReadsThatSeatAndTakesNothingElse() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      Browser amina = house.founder("review", "lantern");
      String link = house.invited(amina, "/api/workspaces/review", BOLA, "lantern", "MEMBER");
      Browser colleague = house.browser();
      colleague.post(link, new JsonObject().put("name", "Bola")).id();

      assertThat(colleague.get("/api/workspaces/review").status()).isEqualTo(200);
      JsonObject token = new JsonObject().put("name", "N").put("access", "read").put("days", 7);
      assertThat(colleague.post("/api/tokens", token).text()).contains(STEP_UP);
      JsonObject own = new JsonObject().put("address", "colleague@press.example");
      assertThat(colleague.post("/api/addresses/offers", own).text()).contains(STEP_UP);
      assertThat(colleague.send("POST", "/api/passkeys/offers", null).text()).contains(STEP_UP);

      amina
          .post(
              "/api/workspaces",
              new JsonObject()
                  .put("slug", "memo")
                  .put("name", "Memo")
                  .put("convenor", "Amina")
                  .put(
                      "organisation",
                      new JsonObject()
                          .put("slug", "lantern")
                          .put("name", "Lantern")
                          .put("side", "CIVIL_SOCIETY")))
          .id();
      String second = house.invited(amina, "/api/workspaces/memo", BOLA, "lantern", "MEMBER");
      Browser bola = house.browser();
      bola.post(second, new JsonObject().put("name", "Bola")).id();

      assertThat(bola.get("/api/me").status()).as("signs in by a code").isEqualTo(401);
      assertThat(colleague.get("/api/workspaces/memo").status()).isEqualTo(401);
      assertThat(house.signedIn(BOLA, StoryServer.FIREFOX).get("/api/workspaces/memo").status())
          .isEqualTo(200);
    }
  }
}
