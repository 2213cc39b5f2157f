package org.caucus.app.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.client.RecipientOutcome;
import org.caucus.mail.smtp.client.SmtpClient;
import org.caucus.mail.smtp.client.SmtpHostCheck;
import org.caucus.mail.smtp.client.SmtpUnreachable;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.mail.smtp.server.LoopAddress;
import org.jspecify.annotations.Nullable;

/**
 * A letter out by the smarthost and back by the lists' MX record: the whole way of mail. The
 * running server notes its arrival and keeps nothing of it.
 *
 * @param metricsPort where the server says whether it arrived; null for none
 */
record TestLetterCheck(
    @Nullable SmtpUrl smarthost, String domain, String ehlo, @Nullable Integer metricsPort) {
  private static final String NAME = "test letter";
  private static final Duration WAIT = Duration.ofSeconds(9);
  private static final long EVERY_MS = 200;
  private static final int TOKEN_OCTETS = 16;

  List<Finding> findings() throws IOException, InterruptedException {
    if (smarthost == null || metricsPort == null) {
      return List.of(
          Finding.warn(
              NAME,
              "It was not sent: "
                  + (smarthost == null ? "CAUCUS_SMTP_URL" : "CAUCUS_METRICS_PORT")
                  + " is not set.",
              smarthost == null
                  ? "CAUCUS_SMTP_URL=smtp://localhost:25"
                  : "CAUCUS_METRICS_PORT=9464"));
    }
    byte[] random = new byte[TOKEN_OCTETS];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    MailAddress to = LoopAddress.address(token, domain);
    long began = System.nanoTime();
    try (SmtpClient client = new SmtpClient(smarthost, SmtpHostCheck.brief(ehlo))) {
      RecipientOutcome outcome = client.send(null, List.of(to), letter(to)).outcomes().get(to);
      return List.of(
          switch (outcome) {
            case RecipientOutcome.Accepted a -> arrival(token, began);
            case RecipientOutcome.TryLater l ->
                Finding.warn(
                    NAME,
                    "The smarthost asks to come again (" + l.code() + " " + l.text() + ").",
                    "It greylists, or is busy: run this again in some minutes.");
            case RecipientOutcome.Rejected r ->
                Finding.fail(
                    NAME,
                    "The smarthost refuses a letter to "
                        + domain
                        + ": "
                        + r.code()
                        + " "
                        + r.text(),
                    "Let it take mail from this machine for every domain.");
            case null -> throw new IllegalStateException("no outcome");
          });
    } catch (SmtpUnreachable e) {
      return List.of(
          Finding.fail(
              NAME,
              "It could not be handed over: " + e.getMessage() + ".",
              "Mend smarthost first."));
    }
  }

  /** One that answers late, as just after its start, is asked again. */
  private static boolean cameBack(HttpClient client, URI asked)
      throws IOException, InterruptedException {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(asked).timeout(Duration.ofSeconds(2)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (HttpTimeoutException e) {
      return false;
    }
  }

  private Finding arrival(String token, long began) throws IOException, InterruptedException {
    URI asked = URI.create("http://127.0.0.1:" + metricsPort + "/loop/" + token);
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      while (System.nanoTime() - began < WAIT.toNanos()) {
        if (cameBack(client, asked)) {
          long millis = (System.nanoTime() - began) / 1_000_000;
          return Finding.ok(NAME, "A letter left and came back in " + millis + " ms.");
        }
        Thread.sleep(EVERY_MS);
      }
    } catch (IOException e) {
      return Finding.fail(
          NAME,
          "The letter left, but the server does not say whether it came back: nothing listens at"
              + " CAUCUS_METRICS_PORT.",
          "Start the server, then run this again.");
    }
    return Finding.fail(
        NAME,
        "The letter left and did not come back within " + WAIT.toSeconds() + " s.",
        "See the queue of the host in CAUCUS_SMTP_URL (Postfix: mailq), and where its log says that"
            + " mail for "
            + domain
            + " goes.");
  }

  private byte[] letter(MailAddress to) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).withNano(0));
    return String.join(
            "\r\n",
            "From: <postmaster@" + domain + ">",
            "To: <" + to + ">",
            "Date: " + date.replace("GMT", "+0000"),
            "Message-ID: <" + to + ">",
            "Auto-Submitted: auto-generated",
            "Subject: caucus doctor",
            "",
            "This letter finds out whether mail leaves and comes back. Nobody needs to read it.",
            "")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
