package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.app.demo.Demo;
import org.caucus.app.settings.Settings;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.auth.dkim.ArcCheck;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.DkimSigner;
import org.caucus.mail.auth.dkim.DmarcAlignment;
import org.caucus.mail.auth.dkim.SignedAs;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.auth.dns.NameServers;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;

/** A letter from a host that nobody knows: what its signature is worth, and what becomes of it. */
@Tag("slow")
class SignedLetterTest {
  @TempDir Path data;

  private static KeyPair pair() throws Exception {
    KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
    maker.initialize(2048);
    return maker.generateKeyPair();
  }

  private static String published(KeyPair pair) {
    return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private static RawLetter letter(String subject, int id) {
    return RawLetter.of(
        """
        From: Ngozi Ekwueme <ngozi@savanna.example>
        To: coalition@lists.example
        Subject: %s
        Date: Sun, 14 Jun 2026 09:29:00 +0000
        Message-ID: <%d@savanna.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Takedown notices,  counted by hand.
        """
            .formatted(subject, id)
            .replace("\n", "\r\n")
            .getBytes(UTF_8));
  }

  /** The same octets, read in another way by the person who got them. */
  private static RawLetter read(RawLetter signed) {
    return signed
        .without("Content-Type")
        .prepend(Header.structured("Content-Type", "multipart/mixed; boundary=notices"));
  }

  private Optional<RawLetter> copy(String subject, String to) throws Exception {
    try (Stream<Path> letters = Files.list(data.resolve("mail"))) {
      for (Path path : letters.filter(p -> p.toString().endsWith(".eml")).toList()) {
        RawLetter letter = RawLetter.of(Files.readAllBytes(path));
        if (letter.value("Subject").orElse("").equals(subject)
            && letter.value("Delivered-To").orElse("").contains(to)) {
          return Optional.of(letter);
        }
      }
      return Optional.empty();
    }
  }

  @Test
  void aDomainsSignatureIsItsMembersWordAndLeavesWithASeal() throws Exception {
    KeyPair savanna = pair();
    KeyPair ours = pair();
    Path pem = data.resolve("dkim.pem");
    Files.writeString(
        pem,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(ours.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    try (NameServer names = new NameServer()) {
      names.publish("s._domainkey.savanna.example", published(savanna));
      names.publish("tried._domainkey.savanna.example", published(savanna) + "; t=y");
      names.publish("caucus._domainkey.lists.example", published(ours));
      Map<String, String> environment = StoryServer.environment(data, Ports.free(), "");
      environment.put("CAUCUS_TRUSTED_PEERS", "192.0.2.0/24");
      environment.put("CAUCUS_DNS_SERVER", "127.0.0.1:" + names.port());
      environment.put("CAUCUS_DKIM_KEY", pem.toString());
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
      try (Demo demo = Demo.start(Settings.from(environment::get), nowhere)) {
        assertThat(demo).isNotNull();
        send(letter("Unsigned", 1));
        DkimKey tried = new DkimKey("savanna.example", "tried", savanna.getPrivate());
        send(new DkimSigner(tried).sign(letter("Signed to try it", 6), Instant.now()));
        DkimKey key = new DkimKey("savanna.example", "s", savanna.getPrivate());
        RawLetter gmail =
            SignedAs.gmail(letter("Signed by Gmail", 7), key, Instant.now().getEpochSecond());
        send(gmail);
        send(read(SignedAs.gmail(letter("Read", 8), key, Instant.now().getEpochSecond())));
        send(read(gmail));
        send(new DkimSigner(key).sign(letter("Signed", 2), Instant.now()));

        RawLetter relayed =
            await()
                .atMost(Clocks.LONG)
                .until(() -> copy("Signed", "halima@harbour.example"), Optional::isPresent)
                .orElseThrow();

        NameServers records =
            new NameServers(new InetSocketAddress(InetAddress.getLoopbackAddress(), names.port()));
        DmarcAlignment authorship =
            new DmarcAlignment(records, new Dmarc(records, InstantSource.system()));
        assertThat(authorship.proves(relayed, "savanna.example", Instant.now()))
            .as("companies read the list: it hides its authors, and what is signed of them")
            .isFalse();
        assertThat(authorship.proves(relayed, "lists.example", Instant.now())).isTrue();
        assertThat(new ArcCheck(records).check(relayed, Instant.now()))
            .isEqualTo(ArcCheck.Chain.PASS);
        assertThat(relayed.value("ARC-Authentication-Results").orElseThrow())
            .contains("dkim=pass header.d=savanna.example");
        assertThat(relayed.body()).isEqualTo(letter("Signed", 2).body());
        assertThat(copy("Unsigned", "halima@harbour.example"))
            .as("a From line alone proves nothing")
            .isEmpty();
        await() // letters are sent side by side
            .atMost(Clocks.LONG)
            .until(() -> copy("Signed by Gmail", "halima@harbour.example"), Optional::isPresent);
        assertThat(copy("Read", "halima@harbour.example"))
            .as("nor one that says nothing of how the octets are read")
            .isEmpty();
        assertThat(copy("Signed to try it", "halima@harbour.example"))
            .as("nor does a key that its domain only tries")
            .isEmpty();
      }
    }
  }

  /**
   * The same hosts for two domains: one says that they are its own, the other that they are not.
   */
  @Test
  void aHostThatADomainNamesIsItsMembersWordAndOneThatItForbidsIsHeldWithTheReason()
      throws Exception {
    try (NameServer names = new NameServer()) {
      names.publish("savanna.example", "v=spf1 mx include:_spf.savanna.example -all");
      names.publish(
          new MXRecord(
              NameServer.name("savanna.example"),
              DClass.IN,
              60,
              5,
              NameServer.name("mx.savanna.example")));
      names.publish(
          new ARecord(
              NameServer.name("mx.savanna.example"),
              DClass.IN,
              60,
              InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
      names.publish("harbour.example", "v=spf1 ip4:192.0.2.0/24 -all");
      Map<String, String> environment = StoryServer.environment(data, Ports.free(), "");
      environment.put("CAUCUS_TRUSTED_PEERS", "192.0.2.0/24");
      environment.put("CAUCUS_DNS_SERVER", "127.0.0.1:" + names.port());
      environment.put("CAUCUS_SPF_CHECK", "local");
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
      try (Demo demo = Demo.start(Settings.from(environment::get), nowhere)) {
        assertThat(demo).isNotNull();
        send(letter("Borrowed", 3), "ngozi@brightline.example");
        send(letter("Own", 4));
        send(halimas(), "halima@harbour.example");

        RawLetter own =
            await()
                .atMost(Clocks.LONG)
                .until(() -> copy("Own", "halima@harbour.example"), Optional::isPresent)
                .orElseThrow();
        assertThat(own.body()).isEqualTo(letter("Own", 4).body());
        await()
            .atMost(Clocks.LONG)
            .until(
                () ->
                    asked(
                        "halima@harbour.example",
                        "the sending server does not send its email (SPF)"));
        await()
            .atMost(Clocks.LONG)
            .until(
                () -> asked("ngozi@savanna.example", "A server of another domain sent this email"));
        assertThat(copy("Borrowed", "halima@harbour.example")).isEmpty();
        assertThat(copy("Forbidden", "ngozi@savanna.example")).isEmpty();
      }
    }
  }

  /** It was taken with 250, so it is not put off: its author is asked, and told why. */
  @Test
  void whileNameServersFailAnAuthorIsAskedAndNothingIsLost() throws Exception {
    try (NameServer names = new NameServer()) {
      names.fail("savanna.example");
      Map<String, String> environment = StoryServer.environment(data, Ports.free(), "");
      environment.put("CAUCUS_TRUSTED_PEERS", "192.0.2.0/24");
      environment.put("CAUCUS_DNS_SERVER", "127.0.0.1:" + names.port());
      environment.put("CAUCUS_SPF_CHECK", "local");
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
      try (Demo demo = Demo.start(Settings.from(environment::get), nowhere)) {
        assertThat(demo).isNotNull();
        DkimKey key = new DkimKey("savanna.example", "s", pair().getPrivate());
        send(new DkimSigner(key).sign(letter("Unanswered", 7), Instant.now()));

        await()
            .atMost(Clocks.LONG)
            .until(() -> asked("ngozi@savanna.example", "The name servers did not answer"));
        assertThat(copy("Unanswered", "halima@harbour.example")).isEmpty();
      }
    }
  }

  private static RawLetter halimas() {
    String text = new String(letter("Forbidden", 5).toBytes(), UTF_8);
    return RawLetter.of(
        text.replace("Ngozi Ekwueme <ngozi@savanna", "Halima Yaro <halima@harbour")
            .getBytes(UTF_8));
  }

  /** Whether somebody was asked, with this reason. */
  private boolean asked(String whom, String reason) throws Exception {
    try (Stream<Path> letters = Files.list(data.resolve("mail"))) {
      for (Path path : letters.filter(p -> p.toString().endsWith(".eml")).toList()) {
        RawLetter letter = RawLetter.of(Files.readAllBytes(path));
        String words = ParsedLetter.of(letter).text().replaceAll("\\s{1,9}", " ");
        if (letter.value("Delivered-To").orElse("").contains(whom) && words.contains(reason)) {
          return true;
        }
      }
      return false;
    }
  }

  private void send(RawLetter letter) throws Exception {
    send(letter, "ngozi@savanna.example");
  }

  private void send(RawLetter letter, String sender) throws Exception {
    JsonObject file = new JsonObject(Files.readString(data.resolve("demo.json")));
    int smtp = file.getJsonObject("smtp").getInteger("port");
    String reply = MailClient.send(smtp, sender, "coalition@lists.example", letter.toBytes());
    assertThat(reply).startsWith("250");
  }
}
