package org.caucus.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON is counted before it is read. */
class JsonComplexityTest {
  private static boolean fits(String json) {
    return JsonComplexity.fits(json, WorkBudget.of(new WorkBudget.Limits(0, 6, 0, 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":[1,2],\"b\":{}}|true",
        "[[[1]]]|true",
        "[[[[1]]]]|false",
        "[1,2,3,4,5,6,7]|false",
        "{\"a\":\"[[[[,,,,,,,,\\\"[[[\"}|true",
        "{\"a\":\"\\\\\",\"b\":[[[1]]]}|false",
        "[1234567890123456789012345678901234567890]|true",
        "[12345678901234567890123456789012345678901]|false",
        "[\"12345678901234567890123456789012345678901\"]|true"
      })
  void namesItemsDepthAndDigitsAreCounted(String json, boolean fits) {
    assertThat(fits(json)).isEqualTo(fits);
  }
}
