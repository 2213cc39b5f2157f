package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;

/** What server/docs/SCRIPTS.md shows in Python, with a client that a generator made. */
class GeneratedClientTest extends OnDemo {
  /** Some six are computed; a machine that does other things takes longer. */
  private static final int MOST_SECONDS = 240;

  @Test
  void aClientInPythonListsOpensPostsAndFollows() throws Exception {
    String said = runs("python");

    assertThat(said).contains("COP-1 ").contains("next: issue.opened");
    assertThat(amina.get(W + "/trackers/COP/issues").text()).contains("Count notices each week");
    soon(amina, W + "/lists/" + firstList() + "/threads", "Notices");
  }

  private String firstList() {
    return amina.get(W).json().getJsonArray("lists").getJsonObject(0).getString("slug");
  }

  private String runs(String language) throws IOException, InterruptedException {
    Path out = data.resolve("client.out");
    ProcessBuilder client =
        new ProcessBuilder(Checkout.root("infra/dev/clients").toString(), language)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    client.environment().put("JAVA_HOME", System.getProperty("java.home"));
    client.environment().put("CAUCUS_URL", base.toString());
    client.environment().put("CAUCUS_TOKEN", token("amina@"));
    Process running = client.start();
    try {
      assertThat(running.waitFor(MOST_SECONDS, TimeUnit.SECONDS))
          .as(Files.readString(out, UTF_8))
          .isTrue();
      assertThat(running.exitValue()).as(Files.readString(out, UTF_8)).isZero();
      return Files.readString(out, UTF_8);
    } finally {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
    }
  }
}
