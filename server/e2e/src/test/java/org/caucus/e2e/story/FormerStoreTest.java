package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data directory that a former version wrote opens, and everybody finds what they had. It is that
 * of a demo; beside it stands how many things each seat was shown by the version that made it.
 */
@Tag("slow")
class FormerStoreTest {
  private static final String MADE = "/former/demo-2026-11-30";
  private static final String WORKSPACE = "/api/workspaces/code-of-practice";

  @TempDir Path directory;

  private static InputStream found(String name) {
    return Objects.requireNonNull(FormerStoreTest.class.getResourceAsStream(name), name);
  }

  private Path data() throws IOException {
    Path data = Files.createDirectory(directory.resolve("data"));
    try (ZipInputStream packed = new ZipInputStream(found(MADE + ".zip"))) {
      for (ZipEntry file = packed.getNextEntry(); file != null; file = packed.getNextEntry()) {
        Path written = data.resolve(file.getName());
        Files.copy(packed, written);
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
      }
    }
    return data;
  }

  /** How many things are shown there; the status below zero where nothing is. */
  private static int shown(Browser seat, String path) {
    Browser.Reply reply = seat.get(WORKSPACE + path);
    return reply.status() == 200 ? reply.json().getJsonArray("items").size() : -reply.status();
  }

  @Test
  void whatAFormerVersionWroteIsReadAndWrittenOn() throws Exception {
    JsonObject made;
    try (InputStream file = found(MADE + ".json")) {
      made = Buffer.buffer(file.readAllBytes()).toJsonObject();
    }
    Path data = data();
    JsonObject seats = made.getJsonObject("seats");
    try (StoryServer house = new StoryServer(data)) {
      for (String name : seats.fieldNames()) {
        JsonObject known = seats.getJsonObject(name);
        Browser seat = house.signedIn(known.getString("address"), StoryServer.FIREFOX);
        JsonObject items = known.getJsonObject("items");
        for (String path : items.fieldNames()) {
          assertThat(shown(seat, path)).as("%s: %s", name, path).isEqualTo(items.getInteger(path));
        }
      }
      Browser amina = house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
      JsonObject issue = new JsonObject().put("title", "Written by this version");
      assertThat(amina.post(WORKSPACE + "/trackers/COP/issues", issue).status()).isEqualTo(201);
    }
    try (StoryServer again = new StoryServer(data)) {
      Browser amina = again.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
      assertThat(shown(amina, "/trackers/COP/issues")).isEqualTo(6);
    }
  }
}
