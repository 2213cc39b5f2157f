package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.awaitility.Awaitility;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.support.Clocks;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters that were made to break what reads them. Each ends, and so does the next one. */
class HostileLetterTest extends AtInboundPostOffice {
  private static final String AMINA = "amina@rights.example";
  private static final String BOLA = "bola@press.example";
  private static final String COALITION = "coalition@caucus.example";

  private static String letter(String subject, String more, String text) {
    return "From: "
        + BOLA
        + "\nTo: "
        + COALITION
        + "\nSubject: "
        + subject
        + "\n"
        + more
        + "\n"
        + text
        + "\n";
  }

  private void assertPosted(String... texts) {
    assertThat(office.events(EntryEvent.EntryPosted.class))
        .extracting(EntryEvent.EntryPosted::text)
        .contains(texts);
  }

  @Test
  void aSubjectAnsweredAThousandTimes() throws IOException {
    office.post(BOLA, COALITION, letter("Re: ".repeat(1_000) + "memo", "", "Answered."));
    office.post(BOLA, COALITION, letter("Call", "", "The joint call is on Thursday."));

    assertPosted("Answered.", "The joint call is on Thursday.");
  }

  @Test
  void aLetterThatNothingCanReadHoldsUpNobodyAndIsTriedAgain() throws IOException {
    office.fatal = BOLA;
    office.send(BOLA, List.of(COALITION), letter("Memo", "", "Unreadable so far."));
    office.send(AMINA, List.of(COALITION), letter("Call", "", "Thursday.").replace(BOLA, AMINA));
    Awaitility.await().atMost(Clocks.LONG).untilAsserted(() -> assertPosted("Thursday."));
    office.fatal = "";
    office.settle();

    assertPosted("Thursday.", "Unreadable so far.");
  }

  /** Each try would keep a thread. */
  @Test
  void aLetterThatIsNotReadInTimeIsHeldAtOnce() throws IOException {
    office.slow = BOLA;
    office.post(BOLA, COALITION, letter("Memo", "", "Not in time."));

    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.events(LetterEvent.LetterHeld.class).getLast().reasons())
        .containsExactly(RefusalMessages.UNPROCESSED);
  }

  @Test
  void aListNameOfHalfAMillionLetters() throws IOException {
    String endless = "X-Caucus-Loop: " + "a".repeat(500_000) + "\n";
    office.post(BOLA, COALITION, letter("Memo", endless, "Long before it began."));

    assertPosted("Long before it began.");
  }

  @Test
  void ourOwnListWithACommentBehindItsName() throws IOException {
    String back = "List-Id: The coalition <coalition.cop.caucus.example> (by hand)\n";
    office.post(BOLA, COALITION, letter("Memo", back, "Back again."));

    assertThat(office.events(LetterEvent.LetterDropped.class).getLast().reason())
        .isEqualTo(RefusalMessages.LOOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List-Post: <mailto:coalition@caucus.example>",
        "List-Post: <mailto:coalition@caucus.example?subject=x>, <https://x.example/> (by hand)",
        "X-Loop: COALITION@caucus.example",
        "Resent-From: The coalition <coalition@caucus.example>",
        "Resent-Sender: coalition@caucus.example"
      })
  void ourOwnListByAnotherOfItsMarks(String mark) throws IOException {
    office.post(BOLA, COALITION, letter("Memo", mark + "\n", "Back again."));

    assertThat(office.events(LetterEvent.LetterDropped.class).getLast().reason())
        .isEqualTo(RefusalMessages.LOOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List-Post: <mailto:coalition@other.example>",
        "List-Post: NO",
        "X-Loop: bola@caucus.example",
        "Resent-From: Bola <bola@press.example>",
        "Resent-To: coalition@caucus.example"
      })
  void marksOfOthersAreNoLoop(String mark) throws IOException {
    office.post(BOLA, COALITION, letter("Memo", mark + "\n", "Sent on by hand."));

    assertPosted("Sent on by hand.");
  }

  @Test
  void aReferenceOfHalfAMillionLetters() throws IOException {
    String endless = "References: " + "a".repeat(500_000) + "\n";
    office.post(BOLA, COALITION, letter("Memo", endless, "What it answers is unknown."));

    assertPosted("What it answers is unknown.");
  }
}
