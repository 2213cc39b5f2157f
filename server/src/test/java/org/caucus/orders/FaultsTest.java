package org.caucus.orders;

import java.util.Set;
import java.util.stream.Stream;
import org.caucus.words.InEveryLanguage;
import org.caucus.words.Phrases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why an order cannot be done is told to each in their language; the log has it in English. */
class FaultsTest {
  private static final Phrases FAULTS = Phrases.of("orders");

  static Stream<String> faults() {
    return Stream.concat(
        InEveryLanguage.sentences(Words.class, Set.of()), Stream.of(Script.NO_LIST));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isSaidInEveryLanguage(String fault) {
    InEveryLanguage.assertSaid(FAULTS, fault);
  }
}
