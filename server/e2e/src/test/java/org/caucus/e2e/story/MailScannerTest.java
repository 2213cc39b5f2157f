package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Leaks that happened to others: scanners of mail consumed links for signing in, for leaving a list
 * and for taking a seat. Ours fetch every link in a letter, by GET and by HEAD, read what comes,
 * and send every form in it as it stands.
 */
@Tag("slow")
class MailScannerTest extends OnDemo {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/[^\\s<>\"]+");
  private static final Pattern FORM = Pattern.compile("(?s)<form.*?</form>");
  private static final Pattern FIELD = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*>");

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();

  private static String unfolded(String letter) {
    return letter.replace("=\r\n", "").replace("\r\n ", " ").replace("=3D", "=");
  }

  private Optional<String> newest(String to, String words) throws IOException {
    return sent().stream()
        .filter(l -> l.isTo(to))
        .map(l -> unfolded(l.text()))
        .filter(l -> l.contains(words))
        .findFirst();
  }

  private String letter(String to, String words) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> newest(to, words), Optional::isPresent)
        .orElseThrow();
  }

  private HttpResponse<String> call(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("the scanner got no answer", e);
    }
  }

  /** What it fetched. */
  private List<String> scan(String letter) {
    List<String> fetched = new ArrayList<>();
    Matcher link = LINK.matcher(letter);
    while (link.find()) {
      URI at = URI.create(link.group());
      call(HttpRequest.newBuilder(at).HEAD());
      String page = call(HttpRequest.newBuilder(at)).body();
      Matcher form = FORM.matcher(page);
      while (form.find()) {
        StringBuilder filled = new StringBuilder();
        Matcher field = FIELD.matcher(form.group());
        while (field.find()) {
          filled.append(filled.isEmpty() ? "" : "&").append(field.group(1)).append("=x");
        }
        call(
            HttpRequest.newBuilder(at)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(filled.toString())));
      }
      fetched.add(at.getPath());
    }
    return fetched;
  }

  @Test
  void scannersUsedUpInvitations() {
    String address = "femi@quill.example";
    JsonObject invitation =
        new JsonObject()
            .put("address", address)
            .put("organisation", "lantern")
            .put("role", "MEMBER");
    amina.post(W + "/invitations", invitation).id();
    String letter = letter(address, "/join/");

    List<String> fetched = scan(letter);

    assertThat(fetched).anyMatch(path -> path.startsWith("/join/"));
    Matcher token = Pattern.compile("/join/(\\S+)").matcher(letter);
    assertThat(token.find()).isTrue();
    String offer = "/api/invitations/" + token.group(1);
    call(HttpRequest.newBuilder(base.resolve(offer)));
    JsonObject name = new JsonObject().put("name", "Femi");
    assertThat(new Browser(base).post(offer + "/acceptance", name).status()).isEqualTo(201);
    assertThat(new Browser(base).post(offer + "/acceptance", name).status()).isEqualTo(404);
  }

  @Test
  void scannersUnsubscribedTheirOwners() throws IOException {
    mail("coalition", "Counted", "Message-ID: <counted@savanna.example>\r\n");
    String letter = letter("halima@harbour.example", "Subject: Counted");

    List<String> fetched = scan(letter);

    assertThat(fetched).anyMatch(path -> path.contains("/unsubscribe/"));
    mail("coalition", "Counted again", "Message-ID: <counted2@savanna.example>\r\n");
    letter("halima@harbour.example", "Subject: Counted again");
  }

  @Test
  void scannersUsedUpSignInCodes() {
    Browser ngozi = new Browser(base);
    JsonObject address = new JsonObject().put("address", "ngozi@savanna.example");
    assertThat(ngozi.post("/api/sign-in/codes", address).status()).isEqualTo(202);
    String letter = letter("ngozi@savanna.example", "is your sign-in code");
    Matcher code = Pattern.compile("Subject: (\\d{6})").matcher(letter);
    assertThat(code.find()).isTrue();

    scan(letter);
    JsonObject typed = new JsonObject().put("code", code.group(1));
    // anyone who has the letter alone, a scanner or its owner, has nothing
    assertThat(new Browser(base).post("/api/sign-in", typed).status()).isBetween(400, 403);

    assertThat(ngozi.post("/api/sign-in", typed).status()).isEqualTo(200);
  }
}
