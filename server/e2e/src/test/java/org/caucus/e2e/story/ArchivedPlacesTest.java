package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.junit.jupiter.api.Test;

/**
 * What is written to an archived list, or in a closed workspace, is answered with one sentence that
 * says why and who can open it again: on the page, by the API and over a real SMTP connection.
 */
class ArchivedPlacesTest extends ByMail {
  private static final String LIST = W + "/lists/coalition";
  private static final Duration MINUTE = Duration.ofSeconds(61);

  private static JsonObject archived(boolean is) {
    return new JsonObject().put("archived", is);
  }

  private Browser.Reply started(String subject) {
    return amina.send(
        "POST",
        LIST + "/threads",
        new JsonObject().put("subject", subject).put("text", "Text").encode());
  }

  private JsonObject list() {
    return amina.get(W).json().getJsonArray("lists").stream()
        .map(JsonObject.class::cast)
        .filter(l -> l.getString("slug").equals("coalition"))
        .findFirst()
        .orElseThrow();
  }

  private static String answered(String words) {
    return ParsedLetter.of(soon(NGOZI, words)).text();
  }

  private boolean isThread(String subject) {
    return amina.get(LIST + "/threads").text().contains(subject);
  }

  @Test
  void aLetterToAnArchivedListIsAnsweredAndOneAfterItIsOpenedIsPosted() throws IOException {
    assertThat(started("Before the archive").status()).isEqualTo(201);
    assertThat(amina.post(LIST + "/archive", archived(true)).status()).isEqualTo(201);

    Browser.Reply refused = started("After the archive");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("code")).isEqualTo("list-is-archived");
    assertThat(list().getString("archived")).isNotNull();
    assertThat(isThread("Before the archive")).isTrue();
    assertThat(amina.get(W + "/search?q=archive").text()).contains("Before the archive");
    assertThat(amina.get(W + "/audit").text()).contains("place.archived");

    say("to an archived list", NGOZI, "coalition@lists.example", "Too late", "Is it?\n");
    assertThat(answered("is archived, so nothing new can be posted in it"))
        .contains("A convenor can open it again");
    assertThat(isThread("Too late")).isFalse();

    assertThat(amina.post(LIST + "/archive", archived(false)).status()).isEqualTo(201);
    assertThat(list().containsKey("archived")).isFalse();
    say("to an open list", NGOZI, "coalition@lists.example", "In time", "It is.\n");
    pass(MINUTE);
    await().atMost(Clocks.LONG).until(() -> isThread("In time"));
  }

  @Test
  void aClosedWorkspaceIsReadAndExportedAndOpenedAgain() throws IOException {
    JsonObject closed = new JsonObject().put("closed", true);
    assertThat(ngoziMayNot(closed)).isEqualTo(403);
    assertThat(amina.post(W + "/closing", closed).status()).isEqualTo(201);

    assertThat(started("While it is closed").json().getString("code"))
        .isEqualTo("workspace-is-closed");
    assertThat(amina.get(W).json().getString("archived")).isNotNull();
    assertThat(amina.get(W + "/record").status()).isEqualTo(200);
    say("to a closed workspace", NGOZI, "coalition@lists.example", "Closed door", "Hello?\n");
    assertThat(answered("This workspace is closed")).contains("can be read and exported");

    assertThat(amina.post(W + "/closing", closed.put("closed", false)).status()).isEqualTo(201);
    assertThat(started("Open again").status()).isEqualTo(201);
  }

  private int ngoziMayNot(JsonObject closed) {
    return dara.send("POST", W + "/closing", closed.encode()).status();
  }
}
