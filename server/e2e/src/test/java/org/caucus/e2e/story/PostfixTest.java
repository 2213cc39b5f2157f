package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.caucus.app.demo.Demo;
import org.caucus.app.settings.Settings;
import org.caucus.kernel.support.Checkout;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Among real mail servers: Postfix hands us the letter and takes our letters to everybody. */
@Tag("slow")
class PostfixTest {
  private static final String FROM = "dara@brightline.example";
  private static final String LIST = "brightline-table@lists.example";
  private static final String READER = "amina@lantern.example";

  @TempDir Path data;

  @Test
  void aLetterGoesThroughPostfixToTheListAndThroughPostfixToItsReaders() throws Exception {
    amongServers("", this::aLetterGoesToItsReaders);
  }

  private void aLetterGoesToItsReaders(Mailbox mailbox, Postfix postfix, int mailPort)
      throws Exception {
    Postfix.run(
        "swaks",
        "--server",
        "127.0.0.1:" + mailPort,
        "--from",
        FROM,
        "--to",
        LIST,
        "--header",
        "Subject: A notice by Postfix",
        "--body",
        "Removal within 24 hours.");

    Mailbox.Mail mail = mailbox.await(READER, m -> m.subject().contains("A notice by Postfix"));
    assertThat(mail.text()).contains("Removal within 24 hours.");
    assertThat(mail.sender()).matches("[a-z-]+\\+b\\.[a-z2-7]{26}@lists\\.example");
    assertThat(mail.header("List-Id")).contains("brightline-table");
    // the newest hop first: Postfix had it from us over TLS; where we had it from is cut
    assertThat(mail.letter().values("Received").getFirst())
        .contains("by mail.example (Postfix) with ESMTPS");
    assertThat(mail.letter().values("Received"))
        .noneMatch(hop -> hop.contains("from mail.example"));
    assertThat(mailbox.to(READER))
        .filteredOn(m -> m.subject().contains("A notice by Postfix"))
        .hasSize(1);
    assertThat(postfix.log()).contains("status=sent");
  }

  @Test
  void anUnknownAddressIsRefusedByTheRulesOfInfraMail() throws Exception {
    amongServers(
        shipped("Unknown addresses"),
        (mailbox, postfix, mailPort) -> {
          // the first times it may not have asked us yet
          await()
              .atMost(Clocks.LONG)
              .until(
                  () -> send(mailPort, "no-such-list@lists.example"),
                  said -> said.startsWith("550"));
          await()
              .atMost(Clocks.LONG)
              .until(() -> send(mailPort, LIST), said -> said.startsWith("250"));
          assertThat(postfix.log()).contains("said: 550 5.1.1 No such mailbox here");
        });
  }

  /** What happens while all of them run. */
  @FunctionalInterface
  private interface Scene {
    void play(Mailbox mailbox, Postfix postfix, int mailPort) throws Exception;
  }

  /** With these rules of Postfix besides its usual ones. */
  private void amongServers(String rules, Scene scene) throws Exception {
    assumeTrue(Postfix.canRun(), "Postfix needs the rights of root");
    int inbox = Ports.free();
    int mailPort = Ports.free();
    Path home = Files.createTempDirectory("caucus-postfix");
    Demo demo = demo(inbox, mailPort);
    try (Mailbox mailbox = new Mailbox();
        Postfix postfix = new Postfix(home, mailPort, inbox, mailbox.port(), rules)) {
      scene.play(mailbox, postfix, mailPort);
    } finally {
      demo.close();
    }
  }

  private static String send(int port, String to) throws Exception {
    String letter = "From: " + FROM + "\r\nTo: " + to + "\r\nSubject: Who is there?\r\n\r\nx\r\n";
    return MailClient.send(port, FROM, to, letter.getBytes(StandardCharsets.US_ASCII));
  }

  /** A part of the configuration that operators copy, by the head of the part. */
  private static String shipped(String head) throws Exception {
    String all = Files.readString(Checkout.root("infra/mail/main.cf"));
    int from = all.indexOf("# --- " + head);
    assertThat(from).isPositive();
    return all.substring(from, all.indexOf("# --- ", from + 1));
  }

  private Demo demo(int smtpPort, int mailPort) throws Exception {
    String url = "smtp://127.0.0.1:" + mailPort + "?starttls=if-offered";
    Map<String, String> settings = new HashMap<>(StoryServer.environment(data, Ports.free(), url));
    settings.put("CAUCUS_SMTP_PORT", Integer.toString(smtpPort));
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return Demo.start(Settings.from(settings::get), silent);
  }
}
