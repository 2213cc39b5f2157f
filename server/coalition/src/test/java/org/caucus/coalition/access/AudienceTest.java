package org.caucus.coalition.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.caucus.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "EVERYONE",
        "CIVIL_SOCIETY",
        "WITH_COMPANY(chirp)",
        "COMPANY_ONLY(chirp)",
        "ORGANISATION_ONLY(press)",
        "BETWEEN(press,chirp)",
        "NAMED(one,two)",
        "NAMED()"
      })
  void whatIsWrittenIsRead(String wire) {
    assertThat(Audience.parse(wire).wire()).isEqualTo(wire);
  }

  /** What an answer and the thing it hangs on have in common can be nobody; the log keeps it. */
  @Test
  void nobodyIsAnAudience() {
    assertThat(Audience.parse(Audience.named(List.of()).wire()))
        .isEqualTo(Audience.named(List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NAMED",
        "WITH_COMPANY()",
        "COMPANY_ONLY()",
        "ORGANISATION_ONLY()",
        "BETWEEN()",
        "BETWEEN(press)",
        "BETWEEN(press,)",
        "BETWEEN(,chirp)",
        "BETWEEN(press,chirp,vista)",
        "EVERYONE()",
        "NAMED("
      })
  void whatIsNoAudienceIsRefused(String wire) {
    assertThatThrownBy(() -> Audience.parse(wire)).isInstanceOf(Refusal.class);
  }
}
