package org.caucus.messaging.inbound.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.kernel.Message;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.platform.i18n.InEveryLanguage;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why a letter waits or was refused is told to each in their language; the log has its code. */
class ReasonsTest {
  static Stream<Message> reasons() {
    Stream<Message> constants = InEveryLanguage.messages(RefusalMessages.class);
    Stream<Message> origins =
        Arrays.stream(AuthenticatedOrigin.values())
            .map(RefusalMessages::of)
            .flatMap(Optional::stream);
    return Stream.of(
            constants,
            origins,
            Stream.of(
                ModerationSettings.SEAT,
                ModerationSettings.LIST,
                ModerationSettings.LEFT,
                HeaderReading.again("Due: tomorrow"),
                RefusalMessages.asksWrongly(RefusalMessages.TWO_STATES)))
        .flatMap(all -> all);
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void isSaidInEveryLanguage(Message reason) {
    InEveryLanguage.assertMessage(reason);
  }

  @Test
  void theRuleWithinIsSaidInTheSameLanguage() {
    String said =
        Messages.say(Language.FRENCH, RefusalMessages.asksWrongly(RefusalMessages.TWO_STATES));

    assertThat(said).endsWith(Messages.say(Language.FRENCH, RefusalMessages.TWO_STATES));
  }
}
