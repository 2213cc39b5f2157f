package org.caucus.coalition.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.caucus.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that people read in haste. */
class NameRuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Civil society",
        "Société civile – Dakar",
        "المجتمع المدني",
        "نرم‌افزار",
        "Ẹgbẹ́ àwọn oníròyìn",
        "Журналисты",
        "Volet 3 (suite)",
        "COP/3 & friends"
      })
  void namesOfEachScriptStayAsTheyAre(String name) {
    assertThat(NameRule.readable("  " + name.replace(" ", "  ") + " ")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Civil\u202Esociety",
        "Civil\u200Bsociety",
        "\u2066Civil\u2069",
        "Ci\u00ADvil",
        "\uFEFFCivil",
        "Civil\u3164",
        "Ci\u0301\u0301\u0301\u0301\u0301\u0301vil",
        "Civil\uE000",
        "…",
        "\u2800",
        "Ci\u0432il",
        "Ch\u0456rp",
        "Αlpha"
      })
  void whatNobodyCanReadIsRefused(String name) {
    assertThatThrownBy(() -> NameRule.readable(name))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.field()).as(no.why()).isEqualTo("name"));
  }

  @ParameterizedTest
  @CsvSource({
    "Civil society, CIVIL SOCIETY",
    "Civil society, Civil-society",
    "Société, Societe",
    "Chirp, Сhirр",
    "Vista, V1sta",
    "Alpha, Αlphα",
    "COP 10, COP 1O"
  })
  void namesThatLookAlikeAreOne(String there, String wished) {
    assertThatThrownBy(() -> NameRule.mustBeFree(wished, Stream.of("Other", there)))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.why()).contains(there).contains(wished + " 2"));
  }

  @Test
  void theProposalIsFreeItself() {
    assertThatThrownBy(() -> NameRule.mustBeFree("Memo", Stream.of("Memo", "memo 2", "Memo (3)")))
        .hasMessageContaining("Memo 4");
    NameRule.mustBeFree("Memo 4", Stream.of("Memo", "memo 2", "Memo (3)"));
    NameRule.mustBeFree("مذكرة", Stream.of("رسالة", "Memo"));
  }
}
