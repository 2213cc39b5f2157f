package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that are understood and cannot be done: those that can be are shown, and are accepted. */
class UndoableLinesTest extends AtInboundPostOffice {
  private static final String CHIKA = "chika@chirp.example";
  private static final String DESK = "updates.chirp@caucus.example";
  private static final String NOTHING =
      "The item to link does not exist, or you cannot read it. Check the name.";

  private void opens(Audience audience) {
    office.submit(
        "amina",
        new IssueCommand.OpenIssue(
            "COP", "24 hours", "Too short.", "", List.of(), null, audience, null));
  }

  private void drafts(String lines) throws IOException {
    office.post(
        CHIKA,
        DESK,
        "From: <" + CHIKA + ">\nTo: <" + DESK + ">\nSubject: Appeals\n\n" + lines + "\n\nSo.\n");
  }

  private List<String> why() {
    return office.events(LetterEvent.LetterRefused.class).getLast().reasons().stream()
        .map(Message::english)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"COP-CS-1", "COP-99"})
  void whatCannotBeReadIsNoLinkLikeWhatDoesNotExist(String hidden) throws IOException {
    opens(Audience.everyone());
    opens(Audience.civilSociety());
    drafts("Kind: status\nLinks: COP-1, " + hidden + "\nStage: decided");

    assertThat(why())
        .containsExactly(
            NOTHING,
            LetterWriting.AGAIN + "\n    Kind: status\n    Links: COP-1\n    Stage: decided");
    assertThat(office.state().letters().holds()).isEmpty();
    drafts("Kind: status\nLinks: COP-1\nStage: decided");
    assertThat(office.state().letters().holds().values())
        .singleElement()
        .extracting(Hold::state)
        .isEqualTo(Hold.State.HELD);
  }

  @Test
  void whereNothingOfItCanBeDoneTheReasonStandsAlone() throws IOException {
    drafts("Links: COP-98, COP-99");

    assertThat(why()).containsExactly(NOTHING);
  }
}
