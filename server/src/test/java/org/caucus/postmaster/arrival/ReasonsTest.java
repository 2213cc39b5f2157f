package org.caucus.postmaster.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.email.origin.Origin;
import org.caucus.letters.Moderation;
import org.caucus.words.Language;
import org.caucus.words.Phrases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Why a letter waits or was refused is told to each in their language; the log has it in English.
 */
class ReasonsTest {
  /** Told to nobody: the log of the server has them, or they are no reasons. */
  private static final Set<String> UNTOLD =
      Set.of("BOUNCE", "UNSUBSCRIBED", "LOOP", "AUTOMATIC", "DUPLICATE", "CUT");

  private static final Phrases REASONS = Phrases.of("reasons");

  static List<String> reasons() {
    Stream<String> constants =
        Arrays.stream(Words.class.getDeclaredFields())
            .filter(f -> f.getType() == String.class && !UNTOLD.contains(f.getName()))
            .map(ReasonsTest::value);
    Stream<String> origins =
        Arrays.stream(Origin.values()).map(Words::of).filter(said -> !said.isEmpty());
    return Stream.of(constants, origins, Stream.of(Moderation.SEAT, Moderation.LIST))
        .flatMap(all -> all)
        .toList();
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void isSaidInEveryLanguage(String reason) {
    assertThat(REASONS.translated(Language.ENGLISH, reason)).isEqualTo(reason);
    assertThat(REASONS.translated(Language.FRENCH, reason)).isNotEqualTo(reason);
    assertThat(REASONS.translated(Language.ARABIC, reason)).containsPattern("\\p{IsArabic}");
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void whatFollowsItStaysAsItIs(String reason) {
    assertThat(REASONS.translated(Language.ARABIC, reason + "Due: tomorrow"))
        .endsWith("Due: tomorrow")
        .doesNotStartWith(reason);
  }
}
