package org.caucus.coalition.mailcommands.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a subject sets, and what is left of it as a title. */
class SubjectSettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fees [priority=low] | priority=low | Fees",
        "Fees [priority=low; due=none] | priority=low due=none | Fees",
        "Fees [priority=low] [due=none] | priority=low due=none | Fees",
        "Fees [priority=low][state = done; due] | priority=low state=done due= | Fees",
        "Re: [COP-1] Fees [draft] [priority=low] | priority=low | Re: [COP-1] Fees [draft]",
        "Fees [a=b] and more | '' | Fees [a=b] and more",
        "[draft] | '' | [draft]",
        "=] | '' | =]",
      })
  void whatStandsInBracketsAtItsEndIsSet(String subject, String set, String title) {
    assertThat(
            SubjectSettings.in(subject).stream()
                .map(line -> line.key() + "=" + line.value())
                .collect(Collectors.joining(" ")))
        .isEqualTo(set);
    assertThat(SubjectSettings.title(subject)).isEqualTo(title);
  }

  @Test
  void moreThanAreReadAreFoundAndNoMore() {
    assertThat(SubjectSettings.in("x " + "[a=b]".repeat(1_000))).hasSize(21);
    assertThat(SubjectSettings.in("x [" + "a=b;".repeat(1_000) + "]")).hasSize(21);
  }
}
