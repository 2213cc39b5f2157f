package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.moderation.Hold;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * True words of a member, brought by somebody else; and words of somebody else, made to look true.
 */
class BorrowedWordsTest {
  private static final String BOLA = "bola@press.example";
  private static final String COALITION = "coalition@caucus.example";
  private static final String PASS =
      "Authentication-Results: mx.caucus.example; dmarc=pass header.from=press.example\n";

  @TempDir Path directory;
  private InboundPostOffice office;

  @BeforeEach
  void open() throws IOException {
    SenderTrust checking =
        new SenderTrust(List.of(), List.of(Cidr.of("127.0.0.1/32")), Set.of("mx.caucus.example"));
    office = new InboundPostOffice(directory, checking).withCoalition();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void arrives(String fields) throws IOException {
    office.send(
        "chika@chirp.example",
        List.of(COALITION),
        fields
            + "From: "
            + BOLA
            + "\nMessage-ID: <1@press.example>\nSubject: Lunch\n\nNot them.\n");
    office.settle();
  }

  private void isAskedAbout() {
    assertThat(office.state().lists().threadsOf("coalition")).isEmpty();
    assertThat(office.state().letters().holds().values())
        .singleElement()
        .satisfies(h -> assertThat(h.awaits()).isEqualTo(Hold.Awaits.SENDER))
        .satisfies(h -> assertThat(h.reasons()).contains(RefusalMessages.UNPROVEN));
  }

  @Test
  void whatAMemberWroteToALiaisonIsNotPostedByTheLiaison() throws IOException {
    arrives(PASS + "To: chika@chirp.example\n");
    isAskedAbout();
  }

  @Test
  void norWithASecondToOnTop() throws IOException {
    arrives(PASS + "To: " + COALITION + "\nTo: chika@chirp.example\n");
    isAskedAbout();
  }

  @Test
  void whatIsWrittenToUsIsPosted() throws IOException {
    arrives(PASS + "To: Bola <bola@press.example>\nCc: The Coalition <Coalition@caucus.example>\n");
    assertThat(office.state().lists().threadsOf("coalition")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spf=pass smtp.mailfrom=\"x;dmarc=pass header.from=press.example;\"@evil.example",
        "spf=none (helo (x) ; dmarc=pass header.from=press.example; y)",
        "spf=none (\\) ; dmarc=pass header.from=press.example; y)",
        "dmarc=fail header.from=press.example; dmarc=pass header.from=press.example",
        "spf=pass smtp.mailfrom=\"x;dmarc=pass header.from=press.example"
      })
  void aSendersOwnNameIsNoResult(String results) throws IOException {
    arrives("Authentication-Results: mx.caucus.example; " + results + "\nTo: " + COALITION + "\n");
    isAskedAbout();
  }
}
