package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is refused takes no mail address along; what was done is done once. */
@Tag("slow")
class RefusedAddressTest extends OnDemo {
  private static JsonObject tracker(String key, String audience) {
    return new JsonObject().put("key", key).put("name", key).put("audience", audience);
  }

  private static JsonObject list(String slug, String audience) {
    return new JsonObject().put("slug", slug).put("name", slug).put("audience", audience);
  }

  @Test
  void aTrackerThatIsRefusedLeavesItsAddressToOthers() {
    Browser.Reply no = amina.post(W + "/trackers", tracker("FINES", "WITH_COMPANY(nobody)"));
    assertThat(no.status()).as(no.text()).isEqualTo(400);
    assertThat(no.json().getString("field")).isEqualTo("audience");

    assertThat(amina.post(W + "/lists", list("fines", "EVERYONE")).status()).isEqualTo(201);
  }

  @Test
  void aListThatIsRefusedLeavesItsAddressToOthers() {
    Browser.Reply no = amina.post(W + "/lists", list("removals", "WITH_COMPANY(nobody)"));
    assertThat(no.status()).as(no.text()).isEqualTo(400);

    assertThat(amina.post(W + "/trackers", tracker("REMOVALS", "EVERYONE")).status())
        .isEqualTo(201);
  }

  @Test
  void theSameUnderOneKeyIsDoneOnceAndAnsweredAlike() {
    JsonObject wish = tracker("ONCE", "EVERYONE");

    Browser.Reply first = amina.post(W + "/trackers", wish, "Idempotency-Key", "once-and-again");
    Browser.Reply again = amina.post(W + "/trackers", wish, "Idempotency-Key", "once-and-again");

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(amina.post(W + "/trackers", wish).status()).isEqualTo(409);
  }
}
