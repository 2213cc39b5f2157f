package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who takes the disk learns sizes and times: no subject, body, name or address is on it. */
@Tag("slow")
class AtRestTest {
  private static final String W = "/api/workspaces/code-of-practice";

  @TempDir Path data;

  @Test
  void theDataDirectoryAndTheLogHoldNoWordOfTheDemo() throws Exception {
    int port = Ports.free();
    URI base = URI.create("http://127.0.0.1:" + port);
    Map<String, String> settings = StoryServer.environment(data, port, "");
    settings.put("CAUCUS_LOG_LEVEL", "TRACE");
    settings.put("CAUCUS_LOG_FORMAT", "json");
    try (Child demo = new Child("demo", data, settings).started(base)) {
      JsonObject file = demo.demo();
      use(base, file);
      Set<String> words = words(base, file);
      assertThat(words).hasSizeGreaterThan(60);
      demo.kill();

      assertThat(found(words, remaining())).isEmpty();
      // what it says at the start is for the person who runs the demo; what it logs is not to hold
      // a word
      String log = demo.logged();
      assertThat(log.lines()).isNotEmpty().allMatch(AtRestTest::isJson);
      assertThat(words.stream().filter(log::contains)).isEmpty();
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("master.key"))))
          .isEqualTo("rw-------");
    }
  }

  private static boolean isJson(String line) {
    return new JsonObject(line).containsKey("formattedMessage");
  }

  private static void use(URI base, JsonObject file) throws Exception {
    JsonObject seat = file.getJsonArray("seats").getJsonObject(0);
    Browser browser = new Browser(base, seat.getString("token"));
    JsonObject thread =
        new JsonObject().put("subject", "Velvet hammer").put("text", "Quiet thunder at dawn");
    browser
        .post(W + "/lists/coalition/threads", thread, "Idempotency-Key", "copper-lantern-1")
        .id();
    String letter =
        String.join(
            "\r\n",
            "From: <ngozi@savanna.example>",
            "To: <civil@lists.example>",
            "Subject: Marble compass",
            "Message-ID: <silver.river@savanna.example>",
            "",
            "Wooden lighthouse keepers",
            "");
    int port = file.getJsonObject("smtp").getInteger("port");
    for (String from : List.of("ngozi@savanna.example", "outsider@elsewhere.example")) {
      assertThat(
              MailClient.send(
                  port,
                  from,
                  "civil@lists.example",
                  letter.replace("ngozi@savanna.example", from).getBytes(UTF_8)))
          .startsWith("250");
    }
    assertThat(
            MailClient.send(
                port,
                "ngozi@savanna.example",
                "violet.harbour@lists.example",
                letter.getBytes(UTF_8)))
        .startsWith("550");
    new Browser(base)
        .post("/api/sign-in/codes", new JsonObject().put("address", "halima@harbour.example"));
    Stream open = browser.follow(W + "/events");
    Thread.sleep(3_000); // mail goes out, followers write down how far they are
    open.close();
  }

  /** Names, addresses, slugs of mailboxes, titles and sentences as the demo's pages show them. */
  private static Set<String> words(URI base, JsonObject file) {
    Set<String> words =
        new TreeSet<>(
            List.of(
                "Velvet hammer",
                "Quiet thunder",
                "Marble compass",
                "Wooden lighthouse",
                "silver.river",
                "copper-lantern",
                "outsider@",
                "elsewhere.example",
                "violet.harbour"));
    for (Object o : file.getJsonArray("seats")) {
      JsonObject seat = (JsonObject) o;
      words.add(seat.getString("name"));
      words.add(seat.getString("address"));
    }
    for (Object o : file.getJsonArray("companies")) {
      words.add(((JsonObject) o).getString("name"));
    }
    String token = file.getJsonArray("seats").getJsonObject(0).getString("token");
    Browser browser = new Browser(base, token);
    for (String page :
        List.of("", "/activity?limit=200", "/updates", "/actions", "/trackers/COP/issues")) {
      collect(browser.get(W + page).json(), words);
    }
    return words;
  }

  private static void collect(Object shown, Set<String> words) {
    if (shown instanceof JsonObject object) {
      for (var field : object) {
        boolean said =
            List.of("title", "subject", "body", "description", "excerpt", "name", "address")
                .contains(field.getKey());
        if (said && field.getValue() instanceof String text && text.length() >= 8) {
          words.add(text.lines().findFirst().orElseThrow());
        }
        collect(field.getValue(), words);
      }
    } else if (shown instanceof JsonArray array) {
      array.forEach(o -> collect(o, words));
    }
  }

  /** Every file of the data directory that is not the demo's own. */
  private List<Path> remaining() throws IOException {
    try (var all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .filter(f -> !f.startsWith(data.resolve("mail")) && !f.endsWith("demo.json"))
          .toList();
    }
  }

  private static List<String> found(Set<String> words, List<Path> files) throws IOException {
    assertThat(files).isNotEmpty();
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      // one character per octet, so that any encoding of a word is a substring
      String octets = Files.readString(file, ISO_8859_1);
      for (String word : words) {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
          byte[] sought = word.getBytes(charset);
          if (octets.contains(new String(sought, ISO_8859_1))) {
            found.add(file.getFileName() + ": " + word);
          }
        }
      }
    }
    return found;
  }
}
