package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.caucus.app.demo.Founded;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two of the largest files at once, up and down again, in a server with a quarter of a gibibyte.
 */
@Tag("slow")
class LargeUploadsTest {
  private static final int PIECE = 1024 * 1024;
  private static final int SIZE = 25 * PIECE;

  @TempDir Path data;

  private static byte[] film(int seed) {
    byte[] bytes = new byte[SIZE];
    new Random(seed).nextBytes(bytes);
    System.arraycopy(new byte[] {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n'}, 0, bytes, 0, 9);
    return bytes;
  }

  @Test
  void twoOfTheLargestFilesGoThroughAQuarterOfAGibibyte() throws Exception {
    int port = Ports.free();
    Map<String, String> settings = StoryServer.environment(data, port, "");
    URI base = URI.create("http://localhost:" + port);
    Founded.into(data);
    try (Child server =
            new Child(data, settings, "-Xmx256m", "org.caucus.app.Main", "demo").started(base);
        var both = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> done =
          List.of(
              both.submit(() -> thereAndBack(base, "amina", film(1))),
              both.submit(() -> thereAndBack(base, "ngozi", film(2))));
      for (Future<Boolean> one : done) {
        assertThat(one.get()).isTrue();
      }
      assertThat(server.logged()).doesNotContain("OutOfMemory", "ERROR");
    }
  }

  private static boolean thereAndBack(URI base, String who, byte[] film) {
    String w = OnDemo.W;
    Browser browser = Browser.seated(base, who);
    JsonObject announced = new JsonObject().put("name", who + ".pdf").put("size", SIZE);
    String id = browser.post(w + "/uploads", announced).id();
    for (int n = 0; n < SIZE / PIECE; n++) {
      byte[] piece = Arrays.copyOfRange(film, n * PIECE, (n + 1) * PIECE);
      assertThat(browser.put(w + "/uploads/" + id + "/pieces/" + n, piece).status()).isEqualTo(200);
    }
    JsonObject post =
        new JsonObject()
            .put("subject", who)
            .put("text", "The recording.")
            .put("attachments", new JsonArray(List.of(id)));
    String thread = browser.post(w + "/lists/coalition/threads", post).id();
    String href =
        browser
            .get(w + "/threads/" + thread)
            .json()
            .getJsonArray("entries")
            .getJsonObject(0)
            .getJsonArray("attachments")
            .getJsonObject(0)
            .getString("href");
    return Arrays.equals(browser.get(href).body().getBytes(), film);
  }
}
