package org.caucus.coalition.mailcommands;

import java.util.Set;
import java.util.stream.Stream;
import org.caucus.platform.i18n.InEveryLanguage;
import org.caucus.platform.i18n.LegacyReasons;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why an order cannot be done is told to each in their language; the log has it in English. */
class FaultsTest {
  static Stream<String> faults() {
    return Stream.concat(
        InEveryLanguage.sentences(CommandMessages.class, Set.of()),
        Stream.of(CommandParser.NO_LIST));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isSaidInEveryLanguage(String fault) {
    InEveryLanguage.assertSaid(LegacyReasons::order, fault);
  }
}
