package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.jobs.attempts.Attempts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A post whose page the server was making when it ended: what its readers and operator see. */
@Tag("slow")
class ReadWhenItEndedTest {
  private static final String W = "/api/workspaces/code-of-practice";
  private static final String LARGE = "<p>The memo asks for removal.</p>\r\n".repeat(3_000);
  private static final String LETTER =
      "From: <%s>\r\nTo: <coalition@lists.example>\r\nSubject: Memo\r\nMIME-Version: 1.0\r\n"
              .formatted(StoryServer.OPERATOR)
          + "Message-ID: <memo@lantern.example>\r\nContent-Type: text/html\r\n\r\n"
          + LARGE;

  @TempDir Path data;

  @Test
  void itsPageSaysSoItsOriginalIsRefusedAndTheOperatorHasItReadAgain() throws Exception {
    String entry = posted();
    ended("page." + entry);
    try (StoryServer server = new StoryServer(data)) {
      Browser amina = server.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
      String there = W + "/entries/" + entry;

      assertThat(amina.get(there + "/formatted").text())
          .contains("stopped while reading this email")
          .doesNotContain("asks for removal");
      assertThat(amina.get(there + "/original").status()).isEqualTo(409);
      assertThat(amina.get(there + "/original").text()).contains("operator can have it read again");
      assertThat(server.command(0, "attempts")).contains("page." + entry + ", read since ");

      server.command(1, "attempts", "--again", "page.another");
      assertThat(amina.get(there + "/original").status()).isEqualTo(409);
      server.command(0, "attempts", "--again", "page." + entry);

      assertThat(amina.get(there + "/formatted").text()).contains("asks for removal");
      assertThat(amina.get(there + "/original").status()).isEqualTo(200);
      assertThat(server.command(0, "attempts")).contains("The server ended at nothing");
    }
  }

  private String posted() throws IOException {
    try (StoryServer server = new StoryServer(data)) {
      Browser amina = server.founder("code-of-practice", "lantern", "coalition");
      assertThat(
              MailClient.send(
                  server.smtpPort(),
                  StoryServer.OPERATOR,
                  "coalition@lists.example",
                  LETTER.getBytes(UTF_8)))
          .startsWith("250");
      return await()
          .atMost(Clocks.LONG)
          .until(() -> entry(amina), Optional::isPresent)
          .orElseThrow();
    }
  }

  private static Optional<String> entry(Browser amina) {
    List<JsonObject> threads = list(amina, "/lists/coalition/threads", "items");
    return threads.isEmpty()
        ? Optional.empty()
        : list(amina, "/threads/" + threads.getFirst().getString("id"), "entries").stream()
            .map(e -> e.getString("id"))
            .findFirst();
  }

  private static List<JsonObject> list(Browser who, String path, String name) {
    return who.get(W + path).json().getJsonArray(name).stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  /** A process that was killed meanwhile. */
  private void ended(String thing) {
    try (Installation killed = Installation.open(data)) {
      Instant before = Instant.now().minus(Duration.ofHours(1));
      Node node = Node.alone(killed.mongo());
      new Attempts(killed.mongo(), killed.vault(), node, InstantSource.fixed(before)).begin(thing);
    }
  }
}
