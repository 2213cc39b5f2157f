package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.app.demo.Demo;
import org.caucus.app.settings.Settings;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.DkimSigner;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program, by other people, looks at letters of ours that are not as they came. */
@Tag("slow")
class SeenFromOutsideTest {
  private static final String W = "/api/workspaces/code-of-practice";
  private static final String SCRIPT =
      """
      import sys, json, dkim
      letter = open(sys.argv[1], 'rb').read()
      records = json.loads(sys.argv[2])
      lookup = lambda name, timeout=5: records[name.decode().rstrip('.')].encode()
      d = dkim.DKIM(letter)
      def ours(i):
          try:
              return d.verify(i, dnsfunc=lookup) and d.domain == b'lists.example'
          except dkim.ValidationError:
              return False
      signed = any([ours(i) for i in range(sum(1 for h, v in d.headers if h.lower() == b'dkim-signature'))])
      sealed = any(h.lower() == b'arc-seal' for h, v in d.headers)
      print(signed, dkim.ARC(letter).verify(dnsfunc=lookup)[0].decode() if sealed else 'no seal')
      """;

  @TempDir Path data;

  /** The server's clock: that of the world but for so much. */
  private final AtomicReference<Duration> behind = new AtomicReference<>(Duration.ofHours(50));

  private Instant now() {
    return Instant.now().minus(behind.get());
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
    maker.initialize(2048);
    return maker.generateKeyPair();
  }

  private static String published(KeyPair pair) {
    return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private static byte[] letter() {
    return """
    From: Ngozi Ekwueme <ngozi@savanna.example>
    To: coalition@lists.example
    Subject: Seen from outside
    Date: Sun, 14 Jun 2026 09:29:00 +0000
    Message-ID: <outside@savanna.example>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    Takedown notices,  counted by hand.
    """
        .replace("\n", "\r\n")
        .getBytes(UTF_8);
  }

  private Path copy(String to, Predicate<RawLetter> which) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> found(to, which), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<Path> found(String to, Predicate<RawLetter> which) throws Exception {
    try (Stream<Path> letters = Files.list(data.resolve("mail"))) {
      for (Path path : letters.filter(p -> p.toString().endsWith(".eml")).toList()) {
        RawLetter letter = RawLetter.of(Files.readAllBytes(path));
        if (letter.value("Delivered-To").orElse("").contains(to) && which.test(letter)) {
          return Optional.of(path);
        }
      }
      return Optional.empty();
    }
  }

  private static String verified(Path letter, JsonObject records) throws Exception {
    Process outside =
        new ProcessBuilder("/usr/bin/python3", "-c", SCRIPT, letter.toString(), records.encode())
            .redirectErrorStream(true)
            .start();
    String said = new String(outside.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(outside.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Test
  void aLetterWithAnotherFromAndADigestAreBelievedByAStrangersProgram() throws Exception {
    if (!Files.exists(Path.of("/usr/lib/python3/dist-packages/dkim/__init__.py"))) {
      System.out.println("SeenFromOutsideTest: python3-dkim is not here, nobody looked");
      Assumptions.abort("no python3-dkim");
    }
    KeyPair savanna = pair();
    KeyPair ours = pair();
    Path pem = data.resolve("dkim.pem");
    Files.writeString(
        pem,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(ours.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    JsonObject records =
        new JsonObject()
            .put("s._domainkey.savanna.example", published(savanna))
            .put("caucus._domainkey.lists.example", published(ours))
            .put("_dmarc.savanna.example", "v=DMARC1; p=reject");
    try (NameServer names = new NameServer()) {
      records.forEach(r -> names.publish(r.getKey(), (String) r.getValue()));
      Map<String, String> environment = StoryServer.environment(data, Ports.free(), "");
      environment.put("CAUCUS_TRUSTED_PEERS", "192.0.2.0/24");
      environment.put("CAUCUS_DNS_SERVER", "127.0.0.1:" + names.port());
      environment.put("CAUCUS_DKIM_KEY", pem.toString());
      PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
      try (Demo demo = Demo.start(Settings.from(environment::get), nowhere, this::now)) {
        assertThat(demo).isNotNull();
        JsonObject file = new JsonObject(Files.readString(data.resolve("demo.json")));
        Browser samuel = Browser.seated(URI.create(file.getString("baseUrl")), "samuel");
        assertThat(
                samuel
                    .post(W + "/lists/coalition/my-mail", new JsonObject().put("mode", "DIGEST"))
                    .status())
            .isEqualTo(201);
        DkimKey key = new DkimKey("savanna.example", "s", savanna.getPrivate());
        byte[] signed = new DkimSigner(key).sign(RawLetter.of(letter()), now()).toBytes();
        assertThat(
                MailClient.send(
                    file.getJsonObject("smtp").getInteger("port"),
                    "ngozi@savanna.example",
                    "coalition@lists.example",
                    signed))
            .startsWith("250");

        Path rewritten =
            copy(
                "halima@harbour.example",
                l -> l.value("Subject").orElse("").contains("Seen from outside"));
        assertThat(RawLetter.of(Files.readAllBytes(rewritten)).value("From").orElseThrow())
            .as("its domain forbids others to stand in From")
            .contains("@lists.example");
        assertThat(verified(rewritten, records)).isEqualTo("True pass");

        behind.set(Duration.ofHours(1)); // the next morning has come
        Path digest =
            copy(
                "samuel@harbour.example",
                l -> new String(l.toBytes(), UTF_8).contains("Takedown notices,"));
        assertThat(verified(digest, records)).isEqualTo("True no seal");
        byte[] changed =
            new String(Files.readAllBytes(digest), UTF_8)
                .replace("counted", "Counted")
                .getBytes(UTF_8);
        assertThat(verified(Files.write(data.resolve("changed"), changed), records))
            .as("it does look")
            .isEqualTo("False no seal");
      }
    }
  }
}
