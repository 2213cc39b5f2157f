package org.caucus.mail.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.auth.dns.HostRecords;
import org.caucus.mail.auth.spf.SpfCheck;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host a letter came from, and what that says of its author. */
class OriginAuthenticatorTest {
  private static final InetAddress HOST = InetAddress.ofLiteral("203.0.113.7");
  private static final RawLetter LETTER =
      RawLetter.of("From: Ngozi <ngozi@savanna.org>\r\n\r\nNotices.\r\n".getBytes(UTF_8));

  private final Map<String, String> published = new HashMap<>();
  private int asked;
  private Instant now = Instant.parse("2026-06-14T09:30:00Z");

  private final HostRecords records =
      new HostRecords() {
        @Override
        public List<String> of(String name) {
          asked++;
          String text = published.get(name.toLowerCase(Locale.ROOT));
          return text == null ? List.of() : List.of(text);
        }

        @Override
        public List<InetAddress> addresses(String name, boolean ipv6) {
          return List.of();
        }

        @Override
        public List<String> exchanges(String name) {
          return List.of();
        }

        @Override
        public List<String> names(InetAddress address) {
          return List.of();
        }
      };

  private final InstantSource clock = () -> now;
  private final Dmarc dmarc = new Dmarc(records, clock);

  private AuthenticatedOrigin from(
      InetAddress peer, @Nullable String sender, TrustedSpfHosts hosts) {
    OriginAuthenticator origins =
        new OriginAuthenticator(null, new SpfCheck(records), dmarc, hosts, clock);
    MailAddress envelope = sender == null ? null : MailAddress.of(sender);
    return origins.of(
        LETTER,
        "savanna.org",
        new OriginAuthenticator.Way(peer, "mx.savanna.org", envelope, null, false));
  }

  private AuthenticatedOrigin from(String sender) {
    return from(HOST, sender, TrustedSpfHosts.ON);
  }

  @Test
  void aHostThatTheAuthorsDomainNamesIsItsWord() {
    published.put("savanna.org", "v=spf1 ip4:203.0.113.7 -all");
    published.put("mx.savanna.org", "v=spf1 ip4:203.0.113.7 -all");

    assertThat(from("ngozi@savanna.org")).isEqualTo(AuthenticatedOrigin.SENT);
    assertThat(from("ngozi@Savanna.ORG")).isEqualTo(AuthenticatedOrigin.SENT);
    assertThat(from(HOST, null, TrustedSpfHosts.ON))
        .as("the host's own name")
        .isEqualTo(AuthenticatedOrigin.SENT);
    assertThat(from(InetAddress.ofLiteral("203.0.113.8"), "ngozi@savanna.org", TrustedSpfHosts.ON))
        .isEqualTo(AuthenticatedOrigin.FORBIDDEN);
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 ~all, FORBIDDEN",
    "v=spf1 ?all, UNSAID",
    "v=spf1 ip4:192.0.2.1, UNSAID",
    "v=spf2, UNSAID",
    "v=spf1 +all, OPEN",
    "v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all, OPEN",
    "v=spf1 moo, BROKEN"
  })
  void whatItSaysElseProvesNothing(String record, AuthenticatedOrigin expected) {
    published.put("savanna.org", record);

    assertThat(from("ngozi@savanna.org")).isEqualTo(expected);
  }

  @Test
  void anotherDomainInTheEnvelopeProvesNothingAndIsNotAskedFor() {
    published.put("brightline.org", "v=spf1 ip4:203.0.113.7 -all");

    assertThat(from("ngozi@brightline.org")).isEqualTo(AuthenticatedOrigin.ELSEWHERE);
    assertThat(from("ngozi@savanna.org.ng")).isEqualTo(AuthenticatedOrigin.ELSEWHERE);
    assertThat(from("ngozi@evilsavanna.org")).isEqualTo(AuthenticatedOrigin.ELSEWHERE);
    assertThat(asked).isZero();
  }

  /** Asked of strangers, so that nobody is answered who did not write. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=spf1 -all         | ''                 | ngozi@savanna.org    | FORBIDDEN",
        "v=spf1 ~all         | v=DMARC1; p=none   | ngozi@savanna.org    | FORBIDDEN",
        "v=spf1 -all         | v=DMARC1; p=reject | x@brightline.org     | DISOWNED",
        "v=spf1 ?all         | v=DMARC1; p=quarantine | ngozi@savanna.org | DISOWNED",
        "v=spf1 -all         | v=DMARC1; p=none   | x@brightline.org     | UNKNOWN",
        "v=spf1 -all         | ''                 | x@brightline.org     | UNKNOWN",
        "''                  | ''                 | ngozi@savanna.org    | UNKNOWN",
        "v=spf1 ip4:203.0.113.7 -all | v=DMARC1; p=reject | ngozi@savanna.org | UNKNOWN",
        "v=spf1 +all         | v=DMARC1; p=reject | ngozi@savanna.org    | UNKNOWN",
      })
  void ofAStrangerItIsFoundOutWhetherTheirDomainDeniesIt(
      String spf, String policy, String sender, AuthenticatedOrigin expected) {
    published.put("savanna.org", spf);
    published.put("_dmarc.savanna.org", policy);
    OriginAuthenticator origins =
        new OriginAuthenticator(null, new SpfCheck(records), dmarc, TrustedSpfHosts.ON, clock);
    OriginAuthenticator.Way way =
        new OriginAuthenticator.Way(HOST, "mx.savanna.org", MailAddress.of(sender), null, false);

    assertThat(origins.ofStranger(LETTER, "savanna.org", way)).isEqualTo(expected);
  }

  @Test
  void aRelativeSendsForItUnlessThePolicyIsStrict() {
    published.put("mail.savanna.org", "v=spf1 ip4:203.0.113.7 -all");
    assertThat(from("x@mail.savanna.org")).isEqualTo(AuthenticatedOrigin.SENT);

    published.put("_dmarc.savanna.org", "v=DMARC1; p=none; aspf=s");
    now = now.plus(Duration.ofHours(1)); // what was known is forgotten
    assertThat(from("x@mail.savanna.org")).isEqualTo(AuthenticatedOrigin.ELSEWHERE);
  }

  @Test
  void aPublicSuffixMakesNoRelatives() {
    published.put("evil.gov.ng", "v=spf1 ip4:203.0.113.7 -all");
    OriginAuthenticator origins =
        new OriginAuthenticator(null, new SpfCheck(records), dmarc, TrustedSpfHosts.ON, clock);
    OriginAuthenticator.Way way =
        new OriginAuthenticator.Way(HOST, "h", MailAddress.of("x@evil.gov.ng"), null, false);

    assertThat(origins.of(LETTER, "nitda.gov.ng", way)).isEqualTo(AuthenticatedOrigin.ELSEWHERE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.9",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.1.1",
        "::1",
        "fe80::1",
        "fd00::1"
      })
  void aGatewaysAddressIsNotItsSenders(String private_) {
    InetAddress gateway = InetAddress.ofLiteral(private_);
    String network = private_.contains(":") ? "ip6:" : "ip4:";
    published.put("savanna.org", "v=spf1 " + network + private_ + " -all");

    assertThat(from(gateway, "ngozi@savanna.org", TrustedSpfHosts.ON))
        .isEqualTo(AuthenticatedOrigin.UNKNOWN);
    assertThat(from(gateway, "ngozi@savanna.org", TrustedSpfHosts.LOCAL))
        .isEqualTo(AuthenticatedOrigin.SENT);
    assertThat(from(HOST, "ngozi@savanna.org", TrustedSpfHosts.OFF))
        .isEqualTo(AuthenticatedOrigin.UNKNOWN);
  }

  @Test
  void whatAHostInFrontFoundCountsAsItsOwn() {
    OriginAuthenticator origins =
        new OriginAuthenticator(null, new SpfCheck(records), dmarc, TrustedSpfHosts.ON, clock);
    published.put("savanna.org", "v=spf1 ip4:203.0.113.7 -all");
    MailAddress sender = MailAddress.of("ngozi@savanna.org");

    assertThat(
            origins.of(
                LETTER, "savanna.org", new OriginAuthenticator.Way(HOST, "h", sender, null, true)))
        .as("the peer is the host in front, whatever its address")
        .isEqualTo(AuthenticatedOrigin.UNKNOWN);
    assertThat(
            origins.of(
                LETTER,
                "savanna.org",
                new OriginAuthenticator.Way(HOST, "h", sender, "savanna.org", true)))
        .isEqualTo(AuthenticatedOrigin.SENT);
    assertThat(
            origins.of(
                LETTER,
                "savanna.org",
                new OriginAuthenticator.Way(HOST, "h", sender, "brightline.org", true)))
        .isEqualTo(AuthenticatedOrigin.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mx.lists.example; spf=pass smtp.mailfrom=ngozi@savanna.org           | savanna.org",
        "mx.lists.example 1; spf=pass (ok) smtp.mailfrom=savanna.org; dkim=none | savanna.org",
        "mx.lists.example; spf=fail smtp.mailfrom=savanna.org                 | ''",
        "mx.lists.example; spf=pass smtp.helo=savanna.org                     | ''",
        "mx.lists.example; spf=pass smtp.mailfrom=a.org; spf=pass smtp.mailfrom=b.org | ''",
        "mx.lists.example; dmarc=fail header.from=a.org; spf=pass smtp.mailfrom=a.org | ''",
        "mx.lists.example; x=\"; spf=pass smtp.mailfrom=a.org\"                 | ''",
        "mx.lists.example; (; spf=pass smtp.mailfrom=a.org) none              | ''",
        "mx.lists.example; spf=passed smtp.mailfrom=a.org                     | ''",
      })
  void aResultIsReadAsItsHostMeantIt(String value, String domain) {
    AuthenticationResults results = new AuthenticationResults(value);

    assertThat(results.author()).isEqualTo("mx.lists.example");
    assertThat(results.envelope().orElse("")).isEqualTo(domain);
  }

  private static String receivedSpf(String fields) {
    String letter = "Received: by lists.example\r\n" + fields + "From: a@b.c\r\n\r\nx\r\n";
    return ReceivedSpf.envelope(RawLetter.of(letter.getBytes(UTF_8)), Set.of("mx.lists.example"))
        .orElse("");
  }

  @Test
  void aReceivedSpfFieldCountsOnlyWhereTheHostInFrontWroteIt() {
    String field =
        "Received-SPF: Pass (mx.lists.example: ok) receiver=mx.lists.example; identity=mailfrom;"
            + " client-ip=203.0.113.7; envelope-from=\"ngozi@savanna.org\"; helo=h\r\n";
    String hop = "Received: from h by mx.lists.example\r\n";

    assertThat(receivedSpf(field + hop)).isEqualTo("savanna.org");
    assertThat(receivedSpf(hop + field)).as("came with the letter").isEmpty();
    assertThat(receivedSpf(field.replace("mx.lists.example;", "mx.evil.example;") + hop)).isEmpty();
    assertThat(receivedSpf(field.replace("Pass", "Fail") + field + hop))
        .as("the topmost")
        .isEmpty();
    assertThat(receivedSpf(field.replace("identity=mailfrom", "identity=helo") + hop)).isEmpty();
    assertThat(receivedSpf(field.replace("helo=h", "envelope-from=x@evil.org") + hop)).isEmpty();
  }
}
