package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are told, as a member sets them up over HTTP. */
@Tag("slow")
class WebhookStoryTest extends OnDemo {
  private static final String HOOKS = W + "/webhooks";

  private static JsonObject hook(String url) {
    return new JsonObject().put("name", "Ours").put("url", url);
  }

  private static JsonArray all(Browser who) {
    return who.get(HOOKS).json().getJsonArray("items");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example/",
        "https://localhost/hook",
        "https://127.0.0.1/hook",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://0.0.0.0/",
        "https://10.0.0.8/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://metadata.google.internal/",
        "https://hooks.example:6379/\r\nX: y",
        "https://amina:secret@hooks.example/",
      })
  void anAddressInsideIsRefusedByNameAndNothingIsKept(String url) {
    Browser.Reply reply = amina.post(HOOKS, hook(url));

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().getString("field")).isEqualTo("url");
    assertThat(all(amina)).isEmpty();
  }

  @Test
  void aSecretIsShownOnceAndReplacedOnceByItsSeatAlone() {
    Browser ngozi = as("ngozi@");
    JsonObject made = ngozi.post(HOOKS, hook("https://hooks.example/ngozi")).json();
    String old = made.getString("secret");
    String renewal = HOOKS + "/" + made.getString("id") + "/secret";
    assertThat(old).startsWith("whsec_");

    Browser.Reply fresh = ngozi.send("POST", renewal, null, "Idempotency-Key", "renewal-1");
    assertThat(fresh.status()).as(fresh.text()).isEqualTo(201);
    assertThat(fresh.json().getString("secret")).startsWith("whsec_").isNotEqualTo(old);
    assertThat(ngozi.send("POST", renewal, null, "Idempotency-Key", "renewal-1").json())
        .as("asked again, for the answer was lost")
        .isEqualTo(fresh.json());
    assertThat(ngozi.send("POST", renewal, null, "Idempotency-Key", "renewal-2").text())
        .doesNotContain(fresh.json().getString("secret"));

    assertThat(dara.send("POST", renewal, null).status()).isEqualTo(404);
    assertThat(all(ngozi).encode()).contains("https://hooks.example/ngozi");
    assertThat(all(ngozi).encode()).doesNotContain("whsec_", "secret", "former");
    assertThat(all(dara)).isEmpty();
    assertThat(ngozi.delete(HOOKS + "/" + made.getString("id")).status()).isEqualTo(204);
    assertThat(ngozi.send("POST", renewal, null).status()).isEqualTo(404);
  }
}
