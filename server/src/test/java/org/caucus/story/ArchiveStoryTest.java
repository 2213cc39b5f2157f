package org.caucus.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caucus.log.Installation;
import org.caucus.operator.Shell;
import org.caucus.operator.Terminal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A convenor has the archive of the coalition's old list brought in, while the server runs. */
@Tag("slow")
class ArchiveStoryTest {
  private static final String W = "/api/workspaces/cop";

  @TempDir Path directory;

  private static String letter(int n) {
    return "From ada@rights.example Tue Jun 14 08:05:09 2022\nFrom: Ada Obi <ada@rights.example>\n"
        + "To: old-list@rights.example\nMessage-ID: <"
        + n
        + "@rights.example>\nDate: Tue, 14 Jun 2022 08:05:09 +0000\nSubject: Draft\n"
        + (n == 0 ? "" : "In-Reply-To: <0@rights.example>\n")
        + "\nRemoval within 24 hours is too short, "
        + n
        + "\n\n";
  }

  private String caucus(String... words) {
    var said = new StringWriter();
    var out = new PrintWriter(said, true);
    Path data = directory.resolve("data");
    new Shell(data, new Terminal(out, out, System.in))
        .run(
            List.of(words),
            work -> {
              try (var here = Installation.open(data)) {
                throw new IllegalStateException("the server has it: " + here);
              }
            });
    return said.toString();
  }

  @Test
  void itIsReadInTheBrowserAndNobodyIsMailed() throws Exception {
    StringBuilder mbox = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      mbox.append(letter(i));
    }
    Path box = Files.writeString(directory.resolve("old.mbox"), mbox);
    try (House house = new House(directory.resolve("data"))) {
      Browser amina = house.founder("cop", "lantern", "talk");
      Browser bola = invited(house, amina, "bola@press.example");
      int before = house.mailbox.all().size();

      String said =
          caucus(
              "archive",
              "import",
              "cop",
              "talk",
              box.toString(),
              "--as",
              "Amina",
              "--audience",
              "CIVIL_SOCIETY",
              "--report",
              directory.resolve("report").toString());

      assertThat(said).contains("600 letters: 600 brought in", "1 threads begun", "octet by octet");
      assertThat(Files.readAllLines(directory.resolve("report"))).hasSize(600);
      JsonObject thread =
          bola.get(W + "/lists/talk/threads").json().getJsonArray("items").getJsonObject(0);
      assertThat(thread.getString("subject")).isEqualTo("Draft");
      assertThat(thread.getInteger("entries")).isEqualTo(600);
      String path = W + "/threads/" + thread.getString("id");
      String next = bola.get(path).json().getString("next");
      JsonArray rest = bola.get(path + "?before=" + next).json().getJsonArray("entries");
      JsonObject entry = rest.getJsonObject(rest.size() - 1);
      assertThat(entry.getString("from")).isEqualTo("Ada Obi <ada@rights.example>");
      assertThat(entry.getString("via")).isEqualTo("ARCHIVE");
      assertThat(entry.getString("at")).startsWith("2022-06-14T08:05:09");
      assertThat(
              "From ada@rights.example Tue Jun 14 08:05:09 2022\n"
                  + bola.get(entry.getString("original")).body().toString(UTF_8)
                  + "\n")
          .isEqualTo(letter(599));
      assertThat(amina.get(W + "/activity").text())
          .contains("archive.import-begun")
          .doesNotContain("entry.imported");
      assertThat(amina.get(W + "/audit").text()).contains("archive.import-begun");

      // what is said after it is mailed after it, so by then all that it could cause was
      amina
          .post(
              W + "/lists/talk/threads",
              new JsonObject().put("subject", "Here it is").put("text", "Our old letters."))
          .id();
      house.mailbox.await("bola@press.example", m -> m.subject().contains("Here it is"));
      assertThat(house.mailbox.all().subList(before, house.mailbox.all().size()))
          .allMatch(m -> m.subject().contains("Here it is"));

      assertThat(
              caucus(
                  "archive",
                  "export",
                  "cop",
                  "talk",
                  directory.resolve("out").toString(),
                  "--as",
                  "Amina"))
          .contains("601 letters written");
      assertThat(Files.readString(directory.resolve("out"))).startsWith(mbox);
      assertThat(
              caucus(
                  "archive",
                  "import",
                  "cop",
                  "talk",
                  box.toString(),
                  "--as",
                  "Bola",
                  "--audience",
                  "EVERYONE"))
          .contains("Only a convenor");
      assertThat(
              caucus(
                  "archive",
                  "import",
                  "cop",
                  "none",
                  box.toString(),
                  "--as",
                  "Amina",
                  "--audience",
                  "EVERYONE"))
          .contains("There is no list \"none\"");
      assertThat(
              caucus(
                  "archive",
                  "import",
                  "cop",
                  "talk",
                  "/nowhere/box",
                  "--as",
                  "Amina",
                  "--audience",
                  "EVERYONE"))
          .contains("/nowhere/box");
    }
  }

  private static Browser invited(House house, Browser amina, String address) throws Exception {
    String path = house.invited(amina, W, address, "lantern", "MEMBER");
    Browser bola = house.signedIn(address, "a phone");
    bola.post(path, new JsonObject().put("name", "Bola")).id();
    return bola;
  }
}
