package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.PTRRecord;

/** {@code caucus doctor} in a process of its own, beside a server, a Postfix and a name server. */
@Tag("slow")
class DoctorTest {
  private static final String MX = "mx.lists.example";

  /** Where the world finds Postfix; on port 25 of the other addresses this machine may have one. */
  private static final String WORLD = "127.0.77.25";

  @TempDir Path home;

  @Test
  void allIsWellWhereMailGoesOutAndComesBack() throws Exception {
    assumeTrue(Postfix.canRun(), "Postfix needs the rights of root");
    int inbox = Ports.free();
    int mailPort = Ports.free();
    Path backups = Files.createDirectory(home.resolve("backups"));
    Files.writeString(backups.resolve("monday"), "a backup");
    try (NameServer names = new NameServer();
        Mailbox others = new Mailbox();
        Postfix postfix =
            new Postfix(
                Files.createTempDirectory("caucus-postfix"), mailPort, inbox, others.port(), "");
        ServerSocket world = new ServerSocket(25, 50, InetAddress.getByName(WORLD))) {
      passOn(world, mailPort);
      published(names);
      Map<String, String> more = new HashMap<>();
      more.put("CAUCUS_SMTP_PORT", "" + inbox);
      more.put("CAUCUS_SMTP_URL", "smtp://127.0.0.1:" + mailPort + "?starttls=if-offered");
      more.put("CAUCUS_METRICS_PORT", "" + Ports.free());
      more.put("CAUCUS_DNS_SERVER", "127.0.0.1:" + names.port());
      more.put("CAUCUS_DKIM_KEY", key(names).toString());
      try (StoryServer server = new StoryServer(home.resolve("data"), more)) {
        more.put("CAUCUS_HTTP_PORT", "" + server.base.getPort());
        more.put("CAUCUS_BASE_URL", server.base.toString());
        more.put("CAUCUS_BACKUP_DIR", backups.toString());

        Said said = doctor(more);

        assertThat(said.checks().values())
            .as("%s %s", said, postfix.log())
            .noneMatch(check -> check.getString("status").equals("fail"));
        for (String name :
            List.of(
                "name server",
                "mx",
                "spf",
                "dkim",
                "dmarc",
                "ptr",
                "smarthost",
                "smtp port",
                "port 25 in",
                "port 25 out",
                "test letter",
                "pages",
                "stream",
                "proxy headers",
                "database",
                "disk",
                "backup")) {
          assertThat(said.checks().get(name).getString("status")).as("%s", said).isEqualTo("ok");
        }
        assertThat(said.status()).isZero();
      }
    }
  }

  @Test
  void whereNothingAnswersEachSaysWhatToDoWithinTwentySeconds() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Map<String, String> more = new HashMap<>();
      String port = "" + silent.getLocalPort();
      more.put(
          "CAUCUS_SMTP_URL", "smtp://user:secret-word@127.0.0.1:" + port + "?starttls=required");
      more.put("CAUCUS_BASE_URL", "https://127.0.0.1:" + port);
      more.put("CAUCUS_DNS_SERVER", "127.0.0.1:" + port);
      more.put("CAUCUS_METRICS_PORT", "" + Ports.free());
      more.put("CAUCUS_SMTP_PORT", "" + Ports.free());
      more.put("CAUCUS_MONGODB_URI", "mongodb://127.0.0.1:" + Ports.free() + "/caucus");
      more.put("CAUCUS_BACKUP_DIR", home.resolve("nowhere").toString());
      long began = System.nanoTime();

      Said said = doctor(more);

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Clocks.LONG);
      assertThat(said.status()).isEqualTo(1);
      for (String name :
          List.of(
              "name server",
              "smarthost",
              "smtp port",
              "test letter",
              "page certificate",
              "pages",
              "stream",
              "server",
              "database",
              "backup")) {
        JsonObject check = said.checks().get(name);
        assertThat(check).as("%s of %s", name, said).isNotNull();
        assertThat(check.getString("status")).as("%s", check).isEqualTo("fail");
        assertThat(check.getString("fix")).as("%s", check).isNotEmpty();
      }
      assertThat(said.text()).doesNotContain("secret-word");
      try (Stream<Path> made = Files.list(home)) {
        assertThat(made).isEmpty();
      }
    }
  }

  @Test
  void aBadSettingIsNamedWithWhatIsAllowed() throws Exception {
    Said said = doctor(Map.of("CAUCUS_SMTP_PORT", "70000", "CAUCUS_DOMAIN", "lists"));

    assertThat(said.status()).isEqualTo(1);
    assertThat(said.text())
        .contains("CAUCUS_SMTP_PORT cannot be", "Allowed: a port from 0")
        .contains("CAUCUS_DOMAIN cannot be", "Allowed: a mail domain");
  }

  /** What it printed, by the names of the checks. */
  private record Said(int status, String text, Map<String, JsonObject> checks) {}

  private Said doctor(Map<String, String> more) throws IOException, InterruptedException {
    Path data = home.resolve("data");
    Map<String, String> all = StoryServer.environment(data, 0, "smtp://127.0.0.1:1");
    all.putAll(more);
    Child doctor = new Child(data, all, "org.caucus.app.Main", "doctor", "--json");
    int status = doctor.ended();
    String text = Files.readString(doctor.output, StandardCharsets.UTF_8);
    Map<String, JsonObject> checks = new TreeMap<>();
    new JsonObject(text)
        .getJsonArray("checks", new JsonArray())
        .forEach(each -> checks.put(((JsonObject) each).getString("name"), (JsonObject) each));
    return new Said(status, text, checks);
  }

  private static void published(NameServer names) throws IOException {
    InetAddress world = InetAddress.getByName(WORLD);
    for (String domain : List.of("lists.example", "lantern.example")) {
      names.publish(new MXRecord(NameServer.name(domain), DClass.IN, 60, 10, NameServer.name(MX)));
    }
    names.publish(new ARecord(NameServer.name(MX), DClass.IN, 60, world));
    names.publish(
        new PTRRecord(
            NameServer.name("25.77.0.127.in-addr.arpa"), DClass.IN, 60, NameServer.name(MX)));
    names.publish("lists.example", "v=spf1 mx -all");
    names.publish("_dmarc.lists.example", "v=DMARC1; p=quarantine");
  }

  private Path key(NameServer names) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    var pair = generator.generateKeyPair();
    String published = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    names.publish("caucus._domainkey.lists.example", "v=DKIM1; k=rsa; p=" + published);
    String secret = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    return Files.writeString(
        home.resolve("dkim.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n");
  }

  /** The world's port 25, which leads to where Postfix listens. */
  private static void passOn(ServerSocket world, int port) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!world.isClosed()) {
                try {
                  Socket from = world.accept();
                  Socket to = new Socket(InetAddress.getLoopbackAddress(), port);
                  Thread.ofVirtual().start(() -> copy(from, to));
                  Thread.ofVirtual().start(() -> copy(to, from));
                } catch (IOException e) {
                  // closed
                }
              }
            });
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one of them hung up
    }
  }
}
