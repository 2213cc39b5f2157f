package org.caucus.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.Clocks;
import org.caucus.Ports;
import org.caucus.Settings;
import org.caucus.demo.Demo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the links in a relayed letter and in its entry do, and that looking at them does nothing.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailLinksTest {
  private static final Pattern UNSUBSCRIBE =
      Pattern.compile("List-Unsubscribe: <(http://localhost:\\d+/w/[^>]+)>");

  @TempDir static Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private Demo demo;
  private JsonObject file;
  private int smtp;

  @BeforeAll
  void start() throws IOException {
    Settings settings = Settings.from(House.environment(data, Ports.free(), "")::get);
    demo = Demo.start(settings, new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    file = new JsonObject(Files.readString(data.resolve("demo.json")));
    smtp = file.getJsonObject("smtp").getInteger("port");
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  private void mail(String subject, String id) throws IOException {
    String letter =
        """
        From: Ngozi Ekwueme <ngozi@savanna.example>
        To: coalition@lists.example
        Subject: %s
        Message-ID: <%s@savanna.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="part"

        --part
        Content-Type: text/plain; charset=utf-8

        Notices a day, by platform, in the attached table.
        --part
        Content-Type: text/csv; name="notices.csv"
        Content-Disposition: attachment; filename="notices.csv"
        Content-Transfer-Encoding: base64

        cGxhdGZvcm0sbm90aWNlcwpCcmlnaHRsaW5lLDQwMAo=
        --part--
        """
            .formatted(subject, id)
            .replace("\n", "\r\n");
    assertThat(
            MailClient.send(
                smtp, "ngozi@savanna.example", "coalition@lists.example", letter.getBytes(UTF_8)))
        .startsWith("250");
  }

  /** The copy of a letter that was sent to an address, once it has been. */
  private Optional<String> copy(String subject, String to) throws IOException {
    try (Stream<Path> letters = Files.list(data.resolve("mail"))) {
      for (Path path : letters.filter(p -> p.toString().endsWith(".eml")).toList()) {
        String letter = Files.readString(path);
        if (letter.contains("Subject: " + subject) && letter.contains("Delivered-To: " + to)) {
          return Optional.of(letter);
        }
      }
      return Optional.empty();
    }
  }

  private String awaitCopy(String subject, String to) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> copy(subject, to), Optional::isPresent)
        .orElseThrow();
  }

  private HttpResponse<String> call(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void anAttachmentIsDownloadedAsItWasSent() throws Exception {
    mail("Notices a day", "table");
    awaitCopy("Notices a day", "tobi@lantern.example");
    String token = file.getJsonArray("seats").getJsonObject(0).getString("token");
    URI base = URI.create(file.getString("baseUrl"));
    Browser reader = new Browser(base, token);
    String workspace = "/api/workspaces/" + file.getString("workspace");
    JsonObject thread =
        reader.get(workspace + "/lists/coalition/threads").json().getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(t -> t.getString("subject").equals("Notices a day"))
            .findFirst()
            .orElseThrow();
    JsonObject attachment =
        reader
            .get(workspace + "/threads/" + thread.getString("id"))
            .json()
            .getJsonArray("entries")
            .getJsonObject(0)
            .getJsonArray("attachments")
            .getJsonObject(0);
    assertThat(attachment.getString("name")).isEqualTo("notices.csv");

    HttpResponse<String> got =
        call(
            HttpRequest.newBuilder(base.resolve(attachment.getString("href")))
                .header("authorization", "Bearer " + token));

    assertThat(got.body()).isEqualTo("platform,notices\nBrightline,400\n");
    assertThat(got.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment")
        .contains("notices.csv");
    assertThat(got.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("sandbox");
  }

  @Test
  void unsubscribingActsOnPostAloneAndCanBeTakenBack() throws Exception {
    mail("Before", "before");
    Matcher header = UNSUBSCRIBE.matcher(awaitCopy("Before", "halima@harbour.example"));
    assertThat(header.find()).isTrue();
    URI link = URI.create(header.group(1));

    assertThat(call(HttpRequest.newBuilder(link)).body()).contains("Stop this mail");
    assertThat(call(HttpRequest.newBuilder(link).header("accept-language", "ar-NG, ar")).body())
        .contains("<html lang=\"ar\" dir=\"rtl\">", "إيقاف هذا البريد؟", "value=\"NONE\"")
        .doesNotContain("Stop");
    mail("Looked at", "looked");
    awaitCopy("Looked at", "halima@harbour.example");

    String oneClick = "List-Unsubscribe=One-Click";
    assertThat(post(link, oneClick).statusCode()).isEqualTo(200);
    mail("After", "after");
    awaitCopy("After", "kelechi@savanna.example");
    assertThat(copy("After", "halima@harbour.example")).isEmpty();

    assertThat(post(link, "mode=EACH").statusCode()).isEqualTo(200);
    mail("Again", "again");
    awaitCopy("Again", "halima@harbour.example");
    assertThat(copy("After", "halima@harbour.example")).isEmpty();
  }

  private HttpResponse<String> post(URI link, String form) throws Exception {
    return call(
        HttpRequest.newBuilder(link)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }
}
