package org.caucus.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.app.doctor.Finding.Status;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.PublishedKey;
import org.caucus.mail.auth.dns.HostRecords;
import org.caucus.mail.auth.dns.TxtRecords.NotNow;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.backup.BackupCopy;
import org.caucus.platform.store.backup.BackupTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault of the lists' domain is named, with the line to publish; publishing it mends it. */
class MailDnsCheckTest {
  private static final String DOMAIN = "lists.example";

  @TempDir Path directory;

  private final Zone zone = new Zone();
  private final MailDnsCheck dns =
      new MailDnsCheck(zone, DOMAIN, "caucus.example", SmtpUrl.parse("smtp://127.0.0.1:25"));

  @Test
  void withoutRecordsEachCheckHasTheLineToAdd() throws Exception {
    assertThat(dns.mx())
        .containsExactly(
            Finding.fail(
                "mx",
                "lists.example has no MX record: mail to its lists gets lost.",
                "lists.example. IN MX 10 caucus.example."));
    assertThat(dns.spf().getFirst().status()).isEqualTo(Status.FAIL);
    assertThat(dns.spf().getFirst().fix()).isEqualTo("lists.example. IN TXT \"v=spf1 mx -all\"");
    assertThat(dns.dmarc().getFirst().status()).isEqualTo(Status.WARN);
    assertThat(dns.dmarc().getFirst().fix()).startsWith("_dmarc.lists.example. IN TXT \"v=DMARC1;");
    assertThat(dns.dkim(null).getFirst().status()).isEqualTo(Status.WARN);
    assertThat(dns.ptr().getFirst().status()).isEqualTo(Status.WARN);
  }

  @Test
  void anExchangeWithoutAnAddressTakesNoMail() throws Exception {
    zone.exchanges.add("mx.lists.example");

    assertThat(dns.mx().getFirst().status()).isEqualTo(Status.FAIL);
  }

  @Test
  void twoRecordsOfAKindAreNone() throws Exception {
    zone.text(DOMAIN, "v=spf1 mx -all", "v=spf1 -all", "another text");
    zone.text("_dmarc.lists.example", "v=DMARC1; p=reject", "v=DMARC1; p=none");

    assertThat(dns.spf().getFirst().detail()).contains("2 SPF records");
    assertThat(dns.spf().getFirst().status()).isEqualTo(Status.FAIL);
    assertThat(dns.dmarc().getFirst().status()).isEqualTo(Status.FAIL);
  }

  @Test
  void anSpfRecordThatDoesNotNameTheHostIsTold() throws Exception {
    zone.host("mx.lists.example", "192.0.2.7");
    zone.exchanges.add("mx.lists.example");
    zone.text(DOMAIN, "v=spf1 ip4:192.0.2.8 -all");

    assertThat(dns.spf().getFirst().status()).isEqualTo(Status.WARN);
    assertThat(dns.spf().getFirst().detail()).contains("192.0.2.7", "(fail)");

    zone.text(DOMAIN, "v=spf1 mx -all");
    assertThat(dns.spf().getFirst().status()).isEqualTo(Status.OK);
  }

  @Test
  void aPolicyThatAsksForNothingIsTold() throws Exception {
    zone.text("_dmarc.lists.example", "v=DMARC1; p=none");
    assertThat(dns.dmarc().getFirst().status()).isEqualTo(Status.WARN);

    zone.text("_dmarc.lists.example", "v=DMARC1; p=reject");
    assertThat(dns.dmarc().getFirst().status()).isEqualTo(Status.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "Ed25519"})
  void theLineThatIsToldIsTheKeysOwn(String kind) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    KeyPair pair = generator.generateKeyPair();
    DkimKey key = new DkimKey(DOMAIN, "caucus", pair.getPrivate());
    String name = "caucus._domainkey.lists.example";
    Finding missing = dns.dkim(key).getFirst();
    assertThat(missing.status()).isEqualTo(Status.FAIL);
    assertThat(missing.fix().replace("\" \"", ""))
        .isEqualTo(name + ". IN TXT \"" + PublishedKey.record(key) + "\"");

    zone.text(name, "v=DKIM1; p=");
    assertThat(dns.dkim(key).getFirst().status()).as("revoked").isEqualTo(Status.FAIL);
    zone.text(name, PublishedKey.record(other(kind)));
    assertThat(dns.dkim(key).getFirst().detail()).contains("is not that of CAUCUS_DKIM_KEY");
    zone.text(name, PublishedKey.record(key));
    assertThat(dns.dkim(key).getFirst().status()).isEqualTo(Status.OK);
  }

  private static DkimKey other(String kind) throws Exception {
    return new DkimKey(
        DOMAIN, "caucus", KeyPairGenerator.getInstance(kind).generateKeyPair().getPrivate());
  }

  @Test
  void aNameThatDoesNotLeadBackIsTold() throws Exception {
    zone.exchanges.add("mx.lists.example");
    zone.host("mx.lists.example", "192.0.2.7");
    zone.names.put(InetAddress.getByName("192.0.2.7"), List.of("elsewhere.example"));
    assertThat(dns.ptr().getFirst().status()).isEqualTo(Status.WARN);

    zone.host("elsewhere.example", "192.0.2.7");
    assertThat(dns.ptr().getFirst().status()).isEqualTo(Status.OK);
  }

  @Test
  void anOldBackupIsTold() throws Exception {
    var now = java.time.Instant.parse("2026-12-01T12:00:00Z");
    assertThat(BackupCheck.of(null, now).getFirst().status()).isEqualTo(Status.WARN);
    assertThat(BackupCheck.of(directory, now).getFirst().status()).isEqualTo(Status.FAIL);
    Path backup = Files.writeString(directory.resolve("backup"), "x");
    for (Map.Entry<String, Status> at :
        Map.of(
                "2026-12-01T01:00:00Z", Status.OK,
                "2026-11-29T01:00:00Z", Status.WARN,
                "2026-11-20T01:00:00Z", Status.FAIL)
            .entrySet()) {
      Files.setLastModifiedTime(
          backup, java.nio.file.attribute.FileTime.from(java.time.Instant.parse(at.getKey())));
      assertThat(BackupCheck.of(directory, now).getFirst().status())
          .as(at.getKey())
          .isEqualTo(at.getValue());
    }
  }

  @Test
  void aBackupThatWasCutShortIsNone() throws Exception {
    var now = java.time.Instant.now();
    Path place = directory.resolve("caucus");
    try (BackupTarget begun = BackupTarget.write(place)) {
      assertThat(begun.names()).isEmpty();
    }
    for (Path named : List.of(directory, place)) {
      assertThat(BackupCheck.of(named, now).getFirst().status()).isEqualTo(Status.FAIL);
    }
    var old = now.minus(java.time.Duration.ofHours(50));
    try (var mongo = Mongo.open(MongoSettings.embedded(directory.resolve("data")));
        var held = mongo.hold();
        var into = BackupTarget.write(place)) {
      var copy =
          new BackupCopy(
              into,
              new BackupCopy.Held(held.file(), held.length(), held.head(), old, "0a1b2c3d"),
              BackupCopy.Pace.FULL,
              (read, written) -> {});
      copy.finish(copy.copy());
    }
    assertThat(BackupCheck.of(place, now).getFirst().status()).isEqualTo(Status.WARN);
    assertThat(BackupCheck.of(place, old).getFirst().detail()).contains("0 hours old");
  }

  /** Records that a test publishes. */
  private static final class Zone implements HostRecords {
    final List<String> exchanges = new ArrayList<>();
    final Map<InetAddress, List<String>> names = new HashMap<>();
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, InetAddress> hosts = new HashMap<>();

    void text(String name, String... all) {
      texts.put(name, List.of(all));
    }

    void host(String name, String address) throws UnknownHostException {
      hosts.put(name, InetAddress.getByName(address));
    }

    @Override
    public List<String> of(String name) throws NotNow {
      return texts.getOrDefault(name, List.of());
    }

    @Override
    public List<InetAddress> addresses(String name, boolean ipv6) {
      return ipv6 || !hosts.containsKey(name) ? List.of() : List.of(hosts.get(name));
    }

    @Override
    public List<String> exchanges(String name) {
      return name.equals(DOMAIN) ? exchanges : List.of();
    }

    @Override
    public List<String> names(InetAddress address) {
      return names.getOrDefault(address, List.of());
    }
  }
}
