package org.caucus.messaging.inbound.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.platform.i18n.InEveryLanguage;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LegacyReasons;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Why a letter waits or was refused is told to each in their language; the log has it in English.
 */
class ReasonsTest {
  /** Told to nobody: the log of the server has them, or they are no reasons. */
  private static final Set<String> UNTOLD =
      Set.of("BOUNCE", "UNSUBSCRIBED", "LOOP", "AUTOMATIC", "DUPLICATE", "CUT");

  static Stream<String> reasons() {
    Stream<String> constants = InEveryLanguage.sentences(RefusalMessages.class, UNTOLD);
    Stream<String> origins =
        Arrays.stream(AuthenticatedOrigin.values())
            .map(RefusalMessages::of)
            .filter(said -> !said.isEmpty());
    return Stream.of(
            constants,
            origins,
            Stream.of(
                ModerationSettings.SEAT,
                ModerationSettings.LIST,
                ModerationSettings.LEFT,
                HeaderReading.AGAIN))
        .flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void isSaidInEveryLanguage(String reason) {
    InEveryLanguage.assertSaid(LegacyReasons::reason, reason);
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void whatFollowsItStaysAsItIs(String reason) {
    assertThat(LegacyReasons.reason(Language.ARABIC, reason + "Due: tomorrow"))
        .endsWith("Due: tomorrow")
        .doesNotStartWith(reason);
  }
}
