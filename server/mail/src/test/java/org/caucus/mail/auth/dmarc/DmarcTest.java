package org.caucus.mail.auth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.caucus.mail.auth.dmarc.Dmarc.Policy;
import org.caucus.mail.auth.dns.TxtRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What domains ask, by the corners of RFC 7489. */
class DmarcTest {
  private static Dmarc.Wish wish(String domain, Map<String, List<String>> zone) {
    TxtRecords records = name -> zone.getOrDefault(name, List.of());
    return new Dmarc(records, InstantSource.system()).of(domain);
  }

  private static Policy policy(String record) {
    return wish("rights.example.org", Map.of("_dmarc.rights.example.org", List.of(record)))
        .policy();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v=DMARC1; p=reject | ENFORCED",
        "v=DMARC1;p=quarantine;pct=0 | ENFORCED",
        "V = DMARC1 ; P = Reject; | ENFORCED",
        "v=DMARC1; p=none; sp=reject | NONE",
        "v=DMARC1; p=none; unknown=tag;; junk | NONE",
        "v=DMARC1; rua=mailto:dmarc@example.org | NONE",
        "v=DMARC1; p=monitor; rua=mailto:dmarc@example.org | NONE",
        "v=DMARC1; p=monitor; rua=nobody | UNKNOWN",
        "v=DMARC1; p=monitor | UNKNOWN",
        "v=DMARC1 | UNKNOWN",
        "p=reject; v=DMARC1 | NONE",
        "v=DMARC2; p=reject | NONE",
        "v=spf1 -all | NONE",
      })
  void aRecordIsReadAsItsDomainMeantIt(String record, Policy expected) {
    assertThat(policy(record)).isEqualTo(expected);
  }

  @Test
  void ofTwoRecordsItIsNotKnownWhichIsMeant() {
    List<String> two = List.of("v=DMARC1; p=none", "v=DMARC1; p=reject");
    assertThat(wish("example.org", Map.of("_dmarc.example.org", two)).policy())
        .isEqualTo(Policy.UNKNOWN);
  }

  @Test
  void aSubdomainHasThePolicyForItsKindUnlessItHasItsOwn() {
    Map<String, List<String>> zone =
        Map.of(
            "_dmarc.example.org", List.of("v=DMARC1; p=none; sp=quarantine; adkim=s"),
            "_dmarc.own.example.org", List.of("v=DMARC1; p=none; aspf=s"));

    assertThat(wish("example.org", zone).policy()).isEqualTo(Policy.NONE);
    assertThat(wish("a.b.example.org", zone))
        .isEqualTo(new Dmarc.Wish(Policy.ENFORCED, true, false));
    assertThat(wish("OWN.example.org", zone)).isEqualTo(new Dmarc.Wish(Policy.NONE, false, true));
  }

  @Test
  void aSuffixThatOthersRegisterUnderSpeaksForNobody() {
    Map<String, List<String>> zone =
        Map.of(
            "_dmarc.co.uk", List.of("v=DMARC1; p=reject"),
            "_dmarc.github.io", List.of("v=DMARC1; p=reject"));

    assertThat(wish("rights.co.uk", zone).policy()).isEqualTo(Policy.NONE);
    assertThat(wish("rights.github.io", zone).policy()).isEqualTo(Policy.NONE);
    assertThat(Dmarc.areRelated("a.rights.co.uk", "rights.co.uk")).isTrue();
    assertThat(Dmarc.areRelated("one.github.io", "other.github.io")).isFalse();
    assertThat(Dmarc.areRelated("one.co.uk", "other.co.uk")).isFalse();
  }

  @Test
  void whatNameServersDoNotTellIsTakenAsStrict() {
    TxtRecords away =
        name -> {
          throw new TxtRecords.NotNow("no answer");
        };
    assertThat(new Dmarc(away, InstantSource.system()).of("example.org"))
        .isEqualTo(new Dmarc.Wish(Policy.UNKNOWN, true, true));
  }
}
