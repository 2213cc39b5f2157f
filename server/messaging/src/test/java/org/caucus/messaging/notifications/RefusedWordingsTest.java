package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a refusal says first, by what the address was for, in each language; the address itself,
 * which may have a ticket in it, is not repeated.
 */
class RefusedWordingsTest extends AtPostOffice {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+r.abc | ENGLISH | Your reply was not posted.",
        "+r.abc | FRENCH | Votre réponse n’a pas été publiée.",
        "+r.abc | ARABIC | لم يُنشر ردك.",
        "+r.abc+done | FRENCH | Votre réponse n’a pas été publiée.",
        "+t.abc | ENGLISH | The sending was not undone.",
        "+t.abc | FRENCH | L’envoi n’a pas été annulé.",
        "+t.abc | ARABIC | لم يُلغَ الإرسال.",
        "+m.abc | ENGLISH | Your message to a member was not passed on.",
        "+m.abc | FRENCH | Votre message à un membre n’a pas été transmis.",
        "+m.abc | ARABIC | لم تُحوَّل رسالتك إلى العضو.",
        "+u.abc | ENGLISH | No emails were stopped.",
        "+u.abc | FRENCH | Aucun envoi de courriels n’a été arrêté.",
        "+u.abc | ARABIC | لم يوقف أي بريد.",
      })
  void whatWasNotDoneIsSaidFirst(String detail, Language language, String first) {
    office.speaks("ben@home.example", language);
    byte[] raw =
        "From: Ben <ben@home.example>\r\nSubject: Memo\r\n\r\nWords\r\n"
            .getBytes(StandardCharsets.UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    office.submit(
        null,
        new LetterCommand.RefuseLetter(
            blob,
            "code" + detail + "@lists.example",
            "ben@home.example",
            "Memo",
            List.of(RefusalMessages.TWO_AUDIENCES),
            true));
    office.delivered();

    String text = ParsedLetter.of(office.lettersOf("ben").getLast()).text();
    assertThat(text).startsWith(first).doesNotContain("abc");
    if (language != Language.ENGLISH) {
      assertThat(text).doesNotContain("It says twice");
    }
  }
}
