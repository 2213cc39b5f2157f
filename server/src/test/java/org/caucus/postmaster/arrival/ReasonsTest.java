package org.caucus.postmaster.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.email.origin.Origin;
import org.caucus.heads.Reading;
import org.caucus.letters.Moderation;
import org.caucus.words.InEveryLanguage;
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

  static Stream<String> reasons() {
    Stream<String> constants = InEveryLanguage.sentences(Words.class, UNTOLD);
    Stream<String> origins =
        Arrays.stream(Origin.values()).map(Words::of).filter(said -> !said.isEmpty());
    return Stream.of(
            constants,
            origins,
            Stream.of(Moderation.SEAT, Moderation.LIST, Moderation.LEFT, Reading.AGAIN))
        .flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void isSaidInEveryLanguage(String reason) {
    InEveryLanguage.assertSaid(REASONS, reason);
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void whatFollowsItStaysAsItIs(String reason) {
    assertThat(REASONS.translated(Language.ARABIC, reason + "Due: tomorrow"))
        .endsWith("Due: tomorrow")
        .doesNotStartWith(reason);
  }
}
