package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caucus.operator.Shell;
import org.caucus.operator.cli.Terminal;
import org.caucus.platform.eventlog.Installation;
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
    try (StoryServer house = new StoryServer(directory.resolve("data"))) {
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

      assertThat(said).contains("600 letters: 600 brought in", "1 threads begun", "byte for byte");
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
      assertThat(imported("/nowhere/box")).contains("/nowhere/box: there is nothing of that name");
      assertThat(imported("/dev/zero")).contains("neither a file nor a folder");
      aFolderThatSomebodyElseFilled();
      aHistoryThatWasCutShort();
    }
  }

  private String imported(String box, String... more) {
    List<String> words = new ArrayList<>(List.of("archive", "import", "cop", "talk", box));
    words.addAll(List.of("--as", "Amina", "--audience", "CIVIL_SOCIETY"));
    words.addAll(List.of(more));
    return caucus(words.toArray(String[]::new));
  }

  /** What cannot be read is named in the report, on one line each; the rest is here. */
  private void aFolderThatSomebodyElseFilled() throws Exception {
    Path box = directory.resolve("Maildir");
    Path cur = Files.createDirectories(box.resolve("cur"));
    Path made = Files.createDirectories(box.resolve("new"));
    String[] letter = letter(700).split("\n", 2);
    Files.writeString(cur.resolve("1.a.host:2,S"), letter[1]);
    Files.writeString(made.resolve("1.a.host:2,S"), letter[1].replace("700", "701"));
    Files.writeString(
        cur.resolve("2.\u001b]0;x\u0007\u202e\n\t.host:2,DS"), letter[1].replace("700", "702"));
    Files.writeString(box.resolve("cut.mbox.gz"), "\u001f\u008b\b\0\0", ISO_8859_1);
    Files.createSymbolicLink(cur.resolve("3.c.host:2,S"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(box.resolve("up"), Path.of(".."));
    Path pipe = cur.resolve("4.d.host:2,S");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    Path report = directory.resolve("report-of-folder");
    String said = imported(box.toString(), "--report", report.toString());

    assertThat(said)
        .contains("3 letters: 2 brought in", "1 drafts", "4 files or folders of the box are not")
        .doesNotContain("\u001b", "\u202e", "root:");
    assertThat(Files.readAllLines(report))
        .hasSize(7)
        .filteredOn(line -> line.contains("\tunread\t"))
        .extracting(line -> line.replaceFirst(".*\t", ""))
        .containsExactlyInAnyOrder(
            "cut.mbox.gz: damaged, cut short or protected by a password; the rest was not read",
            "cur/3.c.host:2,S: a link, which Caucus does not follow",
            "up: a link, which Caucus does not follow",
            "cur/4.d.host:2,S: neither a file nor a folder");
  }

  private void aHistoryThatWasCutShort() throws Exception {
    String letter = letter(800).split("\n", 2)[1];
    String blob = "blob\nmark :%d\ndata %d\n%s";
    String commit =
        """
        commit refs/heads/master
        mark :%d
        committer A <a@x.example> 1046677509 +0000
        data 1
        x
        M 100644 :%d m

        """;
    String whole =
        blob.formatted(1, letter.length(), letter)
            + commit.formatted(2, 1)
            + blob.formatted(3, letter.length(), letter.replace("800", "801"))
            + commit.formatted(4, 3);
    Path cut = directory.resolve("history");
    Files.writeString(cut, whole.substring(0, whole.lastIndexOf("M 100644")));

    assertThat(imported(cut.toString()))
        .contains("1 letters: 1 brought in", "1 files or folders", "the rest was not read");
    Files.writeString(cut, whole);
    assertThat(imported(cut.toString())).contains("2 letters: 1 brought in, 1 here already");
  }

  private static Browser invited(StoryServer house, Browser amina, String address)
      throws Exception {
    String path = house.invited(amina, W, address, "lantern", "MEMBER");
    Browser bola = house.signedIn(address, "a phone");
    bola.post(path, new JsonObject().put("name", "Bola")).id();
    return bola;
  }
}
