package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server goes while an archive is brought in, and comes back. */
@Tag("slow")
class ImportGoesOnTest {
  private static final String W = "/api/workspaces/cop";
  private static final int LETTERS = 2_000;

  @TempDir Path directory;

  private static byte[] archive() {
    StringBuilder mbox = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      mbox.append("From ada@rights.example Tue Jun 14 08:05:09 2022\nFrom: ada@rights.example\n")
          .append("Message-ID: <" + i + "@rights.example>\nSubject: Draft " + i / 10 + "\n")
          .append(i % 10 == 0 ? "" : "In-Reply-To: <" + (i - i % 10) + "@rights.example>\n")
          .append("\nWords " + i + "\n\n");
    }
    return mbox.toString().getBytes(UTF_8);
  }

  private static String begun(Browser amina) {
    byte[] file = archive();
    JsonObject upload =
        amina
            .post(
                W + "/uploads",
                new JsonObject()
                    .put("name", "old.mbox")
                    .put("size", file.length)
                    .put("archive", true))
            .json();
    String id = upload.getString("id");
    assertThat(upload.getInteger("pieces")).isOne();
    assertThat(amina.put(W + "/uploads/" + id + "/pieces/0", file).status()).isEqualTo(200);
    return amina
        .post(
            W + "/lists/talk/imports",
            new JsonObject().put("upload", id).put("audience", "EVERYONE"))
        .json()
        .getString("id");
  }

  @Test
  void whatWasUnderWayGoesOnAndEveryLetterIsThereOnce() throws Exception {
    String job;
    try (StoryServer house = new StoryServer(directory.resolve("data"))) {
      Browser amina = house.founder("cop", "lantern", "talk");
      job = begun(amina);
      await()
          .atMost(Clocks.LONG)
          .until(() -> !amina.get(W + "/lists/talk/threads").text().equals("{\"items\":[]}"));
    }
    try (StoryServer house = new StoryServer(directory.resolve("data"))) {
      Browser amina = house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
      JsonObject over =
          await()
              .atMost(Clocks.LONG)
              .until(
                  () -> amina.get(W + "/imports/" + job).json(),
                  j -> j.getString("state").matches("DONE|FAILED"));

      JsonObject ends = over.getJsonObject("ends");
      assertThat(over.getString("state")).as(over.encode()).isEqualTo("DONE");
      assertThat(ends.getInteger("IMPORTED") + ends.getInteger("HERE_ALREADY")).isEqualTo(LETTERS);
      assertThat(ends.getInteger("DIFFERENT")).isZero();
      int entries =
          amina.get(W + "/lists/talk/threads?limit=200").json().getJsonArray("items").stream()
              .mapToInt(t -> ((JsonObject) t).getInteger("entries"))
              .sum();
      assertThat(entries).as("each of the first page once").isEqualTo(200 * 10);
    }
  }
}
