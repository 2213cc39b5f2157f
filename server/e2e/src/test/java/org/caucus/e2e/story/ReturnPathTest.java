package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other mail systems say to our return paths, over real SMTP, and who hears of it. */
@Tag("slow")
class ReturnPathTest extends OnDemo {
  private static final Pattern RETURN_PATH = Pattern.compile("Return-Path: <([^>]+)>");

  private static String returnPath(String subject, String to) {
    Matcher path = RETURN_PATH.matcher(awaitCopy("Subject: " + subject, to));
    assertThat(path.find()).isTrue();
    return path.group(1);
  }

  private void answered(String returnPath, String report) throws IOException {
    byte[] letter = report.replace("\n", "\r\n").getBytes(UTF_8);
    assertThat(MailClient.send(smtp(), "", returnPath, letter)).startsWith("250");
  }

  private static JsonArray troubles(Browser who) {
    return who.get(W + "/mail-trouble").json().getJsonArray("troubles");
  }

  private Optional<JsonObject> departed() {
    return troubles(amina).stream()
        .map(JsonObject.class::cast)
        .filter(trouble -> trouble.getString("mayHaveLeft") != null)
        .findFirst();
  }

  @Test
  void wordsThatSomebodyHasLeftReachTheConvenorsAndNobodyElse() throws Exception {
    mail("coalition", "Before they left", "");
    String path = returnPath("Before they left", "halima@harbour.example");

    answered(
        path,
        """
        From: Halima Yaro <halima@harbour.example>
        To: %s
        Subject: Automatic reply: Before they left
        Auto-Submitted: auto-replied

        Halima no longer works here. The secret word is zephyr.
        """
            .formatted(path));

    // another of these tests may have left another seat's trouble before it
    JsonObject hint =
        await().atMost(Clocks.LONG).until(this::departed, Optional::isPresent).orElseThrow();
    assertThat(hint.getString("suspended")).isNull();
    assertThat(troubles(as("halima@"))).isEmpty();
    assertThat(troubles(dara)).isEmpty();
    assertThat(amina.get(W + "/activity").body().toString()).doesNotContain("zephyr");
    assertThat(awaitCopy("Subject: Email to Halima Yaro", "ingrid@meridian.example"))
        .doesNotContain("zephyr");
    assertThat(
            dara.post(W + "/seats/" + hint.getString("seat") + "/mail", new JsonObject()).status())
        .isIn(403, 404);
  }

  @Test
  void aComplaintStopsThisMailQuietlyAndCanBeTakenBack() throws Exception {
    mail("coalition", "Called spam", "");
    String path = returnPath("Called spam", "kelechi@savanna.example");

    answered(
        path,
        """
        From: feedback@provider.example
        Subject: FW: Called spam
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: text/plain

        An abuse report.
        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        Version: 1
        --b--
        """);

    assertThat(awaitCopy("You no longer get these emails", "kelechi@savanna.example"))
        .contains("/unsubscribe/");
    mail("coalition", "After the complaint", "");
    awaitCopy("Subject: After the complaint", "halima@harbour.example");
    assertThat(copy("Subject: After the complaint", "kelechi@savanna.example")).isEmpty();
    assertThat(troubles(amina).encode()).doesNotContain("suspended");
  }

  @Test
  void aComplaintToAbuseStopsTheMailOfWhoseLetterItEncloses() throws Exception {
    mail("coalition", "Called spam at abuse", "");
    String path = returnPath("Called spam at abuse", "samuel@harbour.example");

    report("abuse@lists.example", "Original-Mail-From: <" + path + ">", "");
    awaitCopy("You no longer get these emails", "samuel@harbour.example");

    mail("coalition", "Called spam at the list", "");
    String other = returnPath("Called spam at the list", "tobi@lantern.example");
    String forged = other.replaceFirst("[+]b[.].{4}", "+b.aaaa");
    report("coalition@lists.example", "Version: 1", "Return-Path: <" + forged + ">");
    report("coalition@lists.example", "Version: 1", "Return-Path: <" + other + ">");
    awaitCopy("You no longer get these emails", "tobi@lantern.example");

    mail("coalition", "After the complaints", "");
    awaitCopy("Subject: After the complaints", "omar@brightline.example");
    assertThat(copy("Subject: After the complaints", "samuel@harbour.example")).isEmpty();
    assertThat(copy("Subject: After the complaints", "tobi@lantern.example")).isEmpty();
    assertThat(copy("An abuse report", "")).as("a report reaches no list").isEmpty();
  }

  private void report(String to, String field, String enclosed) throws IOException {
    answered(
        to,
        """
        From: feedback@provider.example
        Subject: FW: mail
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: text/plain

        An abuse report.
        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        %s
        --b
        Content-Type: message/rfc822

        %s
        Subject: mail

        Words.
        --b--
        """
            .formatted(field, enclosed.isEmpty() ? "X-None: 1" : enclosed));
  }

  @Test
  void aBounceReachesNoList() throws Exception {
    mail("coalition", "It bounces", "");
    String path = returnPath("It bounces", "rafael@meridian.example");
    String before = amina.get(W + "/lists/coalition/threads").body().toString();

    answered(
        path,
        """
        From: mailer-daemon@meridian.example
        Subject: Returned mail: see transcript for details

        <rafael@meridian.example>: 550 5.1.1 User unknown
        """);

    answered(
        "nobody+b.aaaaaaaaaaaaaaaaaaaaaaaaaa@lists.example".replace("nobody", "code-of-practice"),
        "Subject: x\n\n");
    assertThat(amina.get(W + "/lists/coalition/threads").body().toString()).isEqualTo(before);
  }
}
