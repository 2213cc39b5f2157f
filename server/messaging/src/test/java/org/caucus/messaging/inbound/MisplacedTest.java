package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anyone who wants less mail says so to a program, and not to everybody, companies included. */
class MisplacedTest extends AtInboundPostOffice {
  private void send(String to, String subject, String text) throws IOException {
    office.post(
        "bola@press.example",
        to,
        """
        From: bola@press.example
        To: %s
        Subject: %s
        Message-ID: <misplaced@press.example>
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(to, subject, text));
  }

  private List<Entry> entries() {
    return List.copyOf(office.state().entries().byId().values());
  }

  @ParameterizedTest
  @CsvSource({
    "Re: Welcome, unsubscribe",
    "Unsubscribe, ''",
    "Re: Welcome, Please unsubscribe me.",
    "Mail, STOP",
    "Mail, help",
    "Mail, set coalition digest",
    "Mail, suspend 2026-07-01..2026-07-14",
    "Courriel, désabonner",
    "Mail, إلغاء الاشتراك",
  })
  void whatOnlyChoosesMailIsShownToNobodyAndAnsweredWithWhereItIsChosen(String subject, String text)
      throws IOException {
    send("coalition@caucus.example", subject, text + "\n\nSent from my iPhone\n");
    send("provisions@caucus.example", subject, text);

    assertThat(entries()).isEmpty();
    assertThat(office.state().issues().byId()).isEmpty();
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .isNotEmpty()
        .allSatisfy(
            refused -> assertThat(refused.reasons()).containsExactly(RefusalMessages.MISPLACED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which?",
        "Why not",
        "Who knows",
        "Leave it to us.",
        "Please stop quoting us.",
        "Help\nwith the memo is welcome.",
        "unsubscribe is a word the draft does not define"
      })
  void whatSaysSomethingIsPosted(String text) throws IOException {
    send("coalition@caucus.example", "The draft", text);

    assertThat(entries()).singleElement().extracting(Entry::text).asString().startsWith(text);
  }
}
