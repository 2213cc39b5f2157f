package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caucus.kernel.support.Ports;
import org.caucus.platform.store.RemoteMongo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one MongoDB that do not know of each other are told, before they do anything.
 */
@Tag("slow")
class NotAloneTest {
  private static final int REFUSED = 2;
  private static final String KEY = "master.key";

  @TempDir Path directory;

  @Test
  void aSecondProcessOnOneDatabaseRefusesUntilTheFirstIsSurelyDead() throws Exception {
    int port = Ports.free();
    try (RemoteMongo database = new RemoteMongo();
        Child first = child(database, "lagos", port)) {
      first.healthy(at(port));
      try (Child second = child(database, "abuja", Ports.free());
          Child third = child(database, "kano", Ports.free(), "--cluster")) {
        assertThat(second.ended()).isEqualTo(REFUSED);
        assertThat(second.said())
            .contains("Caucus did not start. Another Caucus works on the MongoDB database")
            .doesNotContain("\tat ");
        assertThat(third.ended()).isEqualTo(REFUSED);
        assertThat(third.said())
            .contains("Caucus did not start. A Caucus that was started without --cluster")
            .doesNotContain("\tat ");
      }
      assertThat(new Browser(at(port)).get("/health").status()).isEqualTo(200);

      first.kill();
      int next = Ports.free();
      try (Child heir = child(database, "abuja", next)) {
        heir.healthy(at(next));
        assertThat(heir.said()).contains("the record of another node");
      }
    }
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Each has a data directory of its own, with a copy of the one master key. */
  private Child child(RemoteMongo database, String name, int port, String... more)
      throws IOException {
    Path data = Files.createDirectories(directory.resolve(name));
    Path key = directory.resolve("lagos").resolve(KEY);
    if (Files.exists(key) && !Files.exists(data.resolve(KEY))) {
      Files.copy(key, data.resolve(KEY), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Map<String, String> settings = StoryServer.environment(data, port, "smtp://127.0.0.1:9");
    settings.put("CAUCUS_MONGODB_URI", database.uri());
    settings.put("CAUCUS_CLUSTER_PORT", Integer.toString(Ports.free()));
    List<String> words = new ArrayList<>(List.of("org.caucus.app.Main", "serve"));
    words.addAll(List.of(more));
    return new Child(data, settings, words.toArray(String[]::new));
  }
}
