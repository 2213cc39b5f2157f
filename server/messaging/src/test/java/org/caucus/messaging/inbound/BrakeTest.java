package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;

/** What no header field shows: a mail program that says the same again and again. */
class BrakeTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final int MANY = 15;

  private int sent;

  private void send(String subject, String words) throws IOException {
    String letter =
        """
        From: bola@press.example
        To: coalition@caucus.example
        Subject: %s
        Message-ID: <%d@press.example>

        %s
        """
            .formatted(subject, ++sent, words);
    assertThat(office.send(BOLA, List.of("coalition@caucus.example"), letter).getLast())
        .startsWith("250");
    office.settle();
  }

  private List<Entry> entries() {
    return List.copyOf(office.state().entries().byId().values());
  }

  private List<Hold> held() {
    return office.state().letters().holds().values().stream()
        .filter(h -> h.state() == Hold.State.HELD)
        .toList();
  }

  @Test
  void theSameWordsWaitForAConvenorAfterTenTimesAndOnce() throws IOException {
    for (int i = 0; i < MANY; i++) {
      send("Re: [coalition] " + "Re: ".repeat(i % 3) + "Away", "I am away until Monday.");
    }
    assertThat(entries()).hasSize(10);
    assertThat(held()).hasSize(1);
    assertThat(held().getFirst().reasons()).containsExactly(RefusalMessages.SAME_AGAIN);
    assertThat(held().getFirst().text()).isEqualTo("I am away until Monday.");

    office.submit("amina", new LetterCommand.ApproveHold(held().getFirst().id()));
    assertThat(entries()).hasSize(11);
  }

  /** That something happened which this member cannot read is not told by it (R8). */
  @Test
  void anHourIsAnHourWhateverHappenedElsewhere() throws IOException {
    for (int i = 0; i < 10; i++) {
      send("Away", "I am away until Monday.");
    }
    office.ahead = Duration.ofMinutes(61);
    send("Away", "I am away until Monday.");

    assertThat(entries()).hasSize(11);
    assertThat(held()).isEmpty();
  }

  @Test
  void otherWordsAndOtherSubjectsGoOn() throws IOException {
    for (int i = 0; i < MANY; i++) {
      send("Away", "I am away until the " + i + "th.");
      send("Week " + i, "The notes are attached.");
    }
    assertThat(entries()).hasSize(2 * MANY);
    assertThat(held()).isEmpty();
  }
}
