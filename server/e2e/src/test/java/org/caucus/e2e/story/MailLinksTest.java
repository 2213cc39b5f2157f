package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the links in a relayed letter and in its entry do, and that looking at them does nothing.
 */
@Tag("slow")
class MailLinksTest extends OnDemo {
  private static final Pattern UNSUBSCRIBE =
      Pattern.compile("List-Unsubscribe: <(http://localhost:\\d+/w/[^>]+)>");

  private final HttpClient http = HttpClient.newHttpClient();

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
                smtp(), "ngozi@savanna.example", "coalition@lists.example", letter.getBytes(UTF_8)))
        .startsWith("250");
  }

  private HttpResponse<String> call(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void anAttachmentIsDownloadedAsItWasSent() throws Exception {
    mail("Notices a day", "table");
    awaitCopy("Subject: Notices a day", "tobi@lantern.example");
    JsonObject thread =
        titled(amina.get(W + "/lists/coalition/threads"), "Notices a day").orElseThrow();
    JsonObject attachment = attachment(thread.getString("id"));
    assertThat(attachment.getString("name")).isEqualTo("notices.csv");

    Browser.Reply got = amina.get(attachment.getString("href"));

    assertThat(got.text()).isEqualTo("platform,notices\nBrightline,400\n");
    assertThat(got.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment")
        .contains("notices.csv");
    assertThat(got.headers().firstValue("content-security-policy").orElseThrow())
        .startsWith("sandbox");
  }

  /** A scan that keeps its place, out of which nothing can be taken. */
  @Test
  void aPictureThatKeepsItsPlaceIsInNoCopyAndOpensOnThePageForCivilSocietyAlone() throws Exception {
    byte[] scan = "II*\0 GPS 9.07".getBytes(UTF_8);
    String letter =
        """
        From: Ngozi Ekwueme <ngozi@savanna.example>
        To: coalition@lists.example
        Subject: The scan
        Message-ID: <scan@savanna.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="part"

        --part
        Content-Type: text/plain; charset=utf-8

        See the scan.
        --part
        Content-Type: image/tiff; name="scan.tif"
        Content-Disposition: attachment; filename="scan.tif"
        Content-Transfer-Encoding: base64

        %s
        --part--
        """
            .formatted(Base64.getEncoder().encodeToString(scan))
            .replace("\n", "\r\n");
    MailClient.send(
        smtp(), "ngozi@savanna.example", "coalition@lists.example", letter.getBytes(UTF_8));

    String copy = awaitCopy("Subject: The scan", "tobi@lantern.example");
    assertThat(copy).contains("so it was left out").doesNotContain("image/tiff");
    JsonObject thread = titled(amina.get(W + "/lists/coalition/threads"), "The scan").orElseThrow();
    String href = attachment(thread.getString("id")).getString("href");
    assertThat(dara.get(href).status()).isEqualTo(403);
    assertThat(dara.get(href).text())
        .contains("the place and time where it was taken")
        .doesNotContain("GPS");
    assertThat(as("tobi@").get(href).body().getBytes()).isEqualTo(scan);
  }

  @Test
  void unsubscribingActsOnPostAloneAndCanBeTakenBack() throws Exception {
    mail("Before", "before");
    Matcher header = UNSUBSCRIBE.matcher(awaitCopy("Subject: Before", "halima@harbour.example"));
    assertThat(header.find()).isTrue();
    URI link = URI.create(header.group(1));

    assertThat(call(HttpRequest.newBuilder(link)).body()).contains("Stop these emails");
    assertThat(call(HttpRequest.newBuilder(link).header("accept-language", "ar-NG, ar")).body())
        .contains("<html lang=\"ar\" dir=\"rtl\">", "إيقاف هذا البريد؟", "value=\"NONE\"")
        .doesNotContain("Stop");
    mail("Looked at", "looked");
    awaitCopy("Subject: Looked at", "halima@harbour.example");

    String oneClick = "List-Unsubscribe=One-Click";
    assertThat(post(link, oneClick).statusCode()).isEqualTo(200);
    mail("After", "after");
    awaitCopy("Subject: After", "kelechi@savanna.example");
    assertThat(copy("Subject: After", "halima@harbour.example")).isEmpty();

    assertThat(post(link, "mode=EACH").statusCode()).isEqualTo(200);
    mail("Again", "again");
    awaitCopy("Subject: Again", "halima@harbour.example");
    assertThat(copy("Subject: After", "halima@harbour.example")).isEmpty();
  }

  private HttpResponse<String> post(URI link, String form) throws Exception {
    return call(
        HttpRequest.newBuilder(link)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }
}
