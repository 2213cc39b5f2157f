package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.fields.Priority;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and brackets as phones and keyboards of other languages set them. */
class PhoneShapesTest extends LetterWriting {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Priority: High. | HIGH | ",
        "PRIORITY\uff1a high\u200f | HIGH | ",
        "Priority: \u201chigh\u201d | HIGH | ",
        "Due: \u0662\u0660\u0662\u0666-\u0661\u0662-\u0660\u0661 | NORMAL | 2026-12-01",
        "Due: 2026\u201312\u201301. | NORMAL | 2026-12-01",
        "Due: \u200e2026-12-01\u200e | NORMAL | 2026-12-01",
        "Due: \uff12\uff10\uff12\uff16-12-01 | NORMAL | 2026-12-01",
      })
  void valuesAreReadAsPhonesSetThem(String line, Priority priority, LocalDate due)
      throws IOException {
    mail(BOLA, TRACKER, "Fees", line + "\n\nSo.");

    assertThat(issue("COP-1").facets().priority()).isEqualTo(priority);
    assertThat(issue("COP-1").due()).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Audience: Civil Society. | cs",
        "Audience: \u201ccivil society\u201d | cs",
        "Audience: with Chirp. | chirp",
        "Audience\u202f: amina\u060c bola | named",
      })
  void readersAreReadAsPhonesSetThem(String line, String who) throws IOException {
    mail(BOLA, TRACKER, "Ours", line + "\n\nSo.");

    Audience meant =
        switch (who) {
          case "cs" -> Audience.civilSociety();
          case "chirp" -> Audience.withCompany("chirp");
          default -> Audience.named(List.of(office.seats.get("amina"), office.seats.get("bola")));
        };
    assertThat(office.state().issues().byId().values())
        .singleElement()
        .satisfies(i -> assertThat(i.audience()).isEqualTo(meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AW: RE: Re: [COP-1] 24 hours [priority=low].",
        "Re: 24 hours \uff3bpriority\uff1dlow\uff3d",
        "Re: 24 hours [Priority = Low.]\u200f",
        "Re: 24 hours [priority=\u201clow\u201d\u061b label=memo]",
        "[EXTERNAL] Re: 24 hours [priority=low] !",
      })
  void bracketsAreReadAsPhonesSetThem(String subject) throws IOException {
    String id = opened(null);
    String encoded = Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8));
    mail(BOLA, TRACKER, "=?utf-8?B?" + encoded + "?=", answers(id), "So.");

    assertThat(issue("COP-1").facets().priority()).isEqualTo(Priority.LOW);
  }
}
