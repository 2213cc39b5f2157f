package org.caucus.messaging.inbound.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a mail host in front may say of a letter, and what others may have put into its mouth. */
class SenderTrustTest {
  private static final InetAddress FRONT = InetAddress.ofLiteral("192.0.2.1");
  private static final String COALITION = "coalition@caucus.example";
  private static final SenderTrust TRUST =
      new SenderTrust(List.of(), List.of(Cidr.of("192.0.2.1/32")), Set.of("mx.caucus.example"));
  private static final String PASS =
      "Authentication-Results: mx.caucus.example; dmarc=pass header.from=press.example\n";

  private static IncomingLetter incoming(String fields, String sender) {
    String letter =
        "Received: from front by here\n"
            + fields
            + "From: bola@press.example\nTo: "
            + COALITION
            + "\nSubject: Lunch\nDate: Sun, 14 Jun 2026 09:29:00 +0000\n"
            + "Message-ID: <1@press.example>\n\nNot them.\n";
    RawLetter raw = RawLetter.of(letter.replace("\n", "\r\n").getBytes(UTF_8));
    return new IncomingLetter(
        "l",
        "b",
        FRONT,
        MailAddress.of(sender),
        raw,
        ParsedLetter.of(raw),
        Instant.parse("2026-06-14T09:30:00Z"));
  }

  private static boolean proves(String fields) {
    return TRUST.proves(incoming(fields, "x@attack.example"), COALITION);
  }

  static Stream<String> rows() throws IOException {
    try (InputStream in = SenderTrustTest.class.getResourceAsStream("/proof/results.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void eachResultProvesWhatItsHostMeant(String row) {
    int bar = row.lastIndexOf('|');
    String fields =
        Stream.of(row.substring(0, bar).split(" ;; ", -1))
            .map(value -> "Authentication-Results: " + value.strip().replace("~", "\n") + "\n")
            .collect(Collectors.joining());

    assertThat(proves(fields)).isEqualTo(row.substring(bar + 1).strip().equals("yes"));
  }

  @Test
  void aSenderWhoseNameEndsAWordOfAResultProvesNothing() {
    assertThat(TRUST.proves(incoming(PASS, "\"x;dmarc=pass header.from=a\"@b.example"), COALITION))
        .isFalse();
    assertThat(TRUST.proves(incoming(PASS, "prvs=12=bola@press.example"), COALITION)).isTrue();
  }

  /** DMARC passes by any signature of the domain, and not all speak for the letter as it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from:to:subject:date:message-id | press.example | ''  | '' | true",
        "from:to:subject:date            | press.example | ''  | '' | false",
        "from                            | press.example | ''  | '' | false",
        "from                            | other.example | ''  | '' | true",
        "from:to:subject:date:message-id | press.example | l=9 | '' | false",
        "from | press.example | '' | spf=pass smtp.mailfrom=bola@press.example; | true",
        "from | press.example | '' | spf=pass smtp.mailfrom=bola@other.example; | false",
        "from | press.example | '' | spf=fail smtp.mailfrom=bola@press.example; | false",
      })
  void aPassThatMayRestOnASignatureGoesAsFarAsThat(
      String names, String domain, String more, String spf, boolean proves) {
    String results = PASS.replace("dmarc=", spf + " dmarc=");
    String signature =
        "DKIM-Signature: v=1; a=rsa-sha256; d=%s; s=s; h=%s; bh=YQ==; b=YQ==; %s\n"
            .formatted(domain, names, more);

    assertThat(proves(results + signature)).isEqualTo(proves);
  }

  /** policyd-spf writes what it found into a field of its own, above its host's Received. */
  @Test
  void spfMayStandInAFieldOfItsOwnThatTheHostInFrontWrote() {
    String spf =
        "Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=203.0.113.7; helo=h;"
            + " envelope-from=bola@press.example; receiver=mx.caucus.example\n";
    String hop = "Received: from h by mx.caucus.example\n";
    String results = hop + PASS;
    String signature =
        "DKIM-Signature: v=1; a=rsa-sha256; d=press.example; s=s; h=from; bh=YQ==; b=YQ==\n";

    assertThat(proves(results + signature)).isFalse();
    assertThat(proves(spf + results + signature)).isTrue();
    assertThat(proves(results + spf + signature)).as("came with the letter").isFalse();
    assertThat(proves(spf.replace("bola@press", "x@other") + results + signature)).isFalse();
    assertThat(proves(spf.replace("Pass", "Fail") + results + signature)).isFalse();
    assertThat(proves(spf + results.replace("dmarc", "spf=fail; dmarc") + signature)).isFalse();
    String below = PASS.replace("dmarc=pass header.from", "spf=pass smtp.mailfrom");
    assertThat(proves(results + below + signature)).as("anybody may write that").isFalse();
  }

  @Test
  void ofManySignaturesEachIsAskedFor() {
    String full =
        "DKIM-Signature: v=1; a=rsa-sha256; d=press.example; s=s; bh=YQ==; b=YQ==;"
            + " h=from:to:subject:date:message-id\n";

    assertThat(proves(PASS + full.repeat(8))).isTrue();
    assertThat(proves(PASS + full.repeat(9))).as("more than are looked at").isFalse();
    assertThat(proves(PASS + full + full.replace(":to:", ":"))).isFalse();
  }
}
