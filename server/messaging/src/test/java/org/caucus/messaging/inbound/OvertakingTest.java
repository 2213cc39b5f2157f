package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Test;

/** A large letter is read beside small ones, which do not wait for it unless they answer it. */
class OvertakingTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String COALITION = "coalition@caucus.example";
  private static final String LARGE = "The memo asks for removal.\n".repeat(3_000);

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger times = new AtomicInteger();

  private static String letter(String subject, String more, String text) {
    return "From: %s\nTo: %s\nSubject: %s\n%s\n%s\n"
        .formatted(BOLA, COALITION, subject, more, text);
  }

  private void send(String letter) throws IOException {
    assertThat(office.send(BOLA, List.of(COALITION), letter)).allMatch(a -> a.startsWith("250"));
  }

  private List<EntryEvent.EntryPosted> posted() {
    return office.events(EntryEvent.EntryPosted.class);
  }

  /** The second time it is read is in its own lane. */
  private void holdUp(String subject) {
    if (subject.equals("Memo") && times.incrementAndGet() == 2) {
      try {
        assertThat(goOn.await(Clocks.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void whatAnswersItWaitsForItAndAllElseGoesOn() throws IOException {
    office.reading = incoming -> holdUp(incoming.letter().subject());
    send(letter("Memo", "Message-ID: <memo@press.example>\n", LARGE));
    send(letter("Call", "Message-ID: <call@press.example>\n", "Thursday."));
    Awaitility.await()
        .atMost(Clocks.LONG)
        .untilAsserted(
            () -> assertThat(posted()).extracting(e -> e.text().strip()).contains("Thursday."));
    send(letter("Re: Memo", "In-Reply-To: <memo@press.example>\n", "I agree with that."));

    assertThat(posted()).hasSize(1);
    goOn.countDown();
    office.settle();

    assertThat(posted()).hasSize(3);
    assertThat(posted().get(2).text()).startsWith("I agree with that.");
    assertThat(posted().get(2).parent()).isEqualTo(posted().get(1).parent());
  }
}
