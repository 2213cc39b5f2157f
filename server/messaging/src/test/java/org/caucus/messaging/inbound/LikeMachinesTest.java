package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Letters with a header field that programs write and that gateways put on what people write, too:
 * what a member posts with it is not lost, and nothing is decided or ordered by it.
 */
class LikeMachinesTest extends LetterWriting {
  private static final String COALITION = "coalition@caucus.example";
  private static final String SUPPRESS = "X-Auto-Response-Suppress: All\n";
  private static final String UNSUBSCRIBE = "List-Unsubscribe: <mailto:out@crm.example>\n";

  @ParameterizedTest
  @ValueSource(strings = {SUPPRESS, UNSUBSCRIBE})
  void aMembersLetterWaitsForAConvenor(String field) throws IOException {
    String id = opened(null);
    String ticket = ticketOf("bola");
    mail(BOLA, COALITION, "Appeals", field, "The draft has no appeal.");
    mail(BOLA, TRACKER, "Fees", field, "The fee is too high.");
    mail(BOLA, ACTIONS, "Call", field, "Audience: everyone\n\nWho joins?");
    mail(BOLA, ticket, "Re: 24 hours", field + answers(id), "It is too short.");

    assertThat(office.state().letters().holds().values())
        .hasSize(4)
        .allMatch(hold -> hold.awaits() == Hold.Awaits.CONVENOR)
        .allMatch(hold -> hold.reasons().equals(List.of(RefusalMessages.LIKE_A_MACHINES)));
    assertThat(office.state().issues().find("COP-2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SUPPRESS, UNSUBSCRIBE})
  void aStrangersIsOfNoConcernAndNoOrderIsObeyed(String field) throws IOException {
    mail("news@shop.example", COALITION, "Offers", field, "Buy now.");
    mail(BOLA, "cop+control@caucus.example", "Orders", field, "lists");

    assertThat(office.state().letters().holds()).isEmpty();
    assertThat(refusals()).isZero();
    assertThat(office.events(LetterEvent.LetterObeyed.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Auto-Submitted: auto-replied\n", "Precedence: bulk\n"})
  void whatAMachineSurelyWroteIsNeverPosted(String sure) throws IOException {
    mail(BOLA, COALITION, "Away", sure + SUPPRESS + UNSUBSCRIBE, "On leave.");

    assertThat(office.state().letters().holds()).isEmpty();
  }

  @Test
  void anAwayMessageWithoutAMarkWaitsForItsAuthor() throws IOException {
    String id = opened(null);
    String ticket = ticketOf("bola");
    mail(BOLA, COALITION, "Automatic reply: 24 hours", "I am on leave.");
    mail(BOLA, TRACKER, "Abwesenheitsnotiz", "Bin weg.");
    mail(BOLA, ACTIONS, "Out of Office", "Audience: everyone\n\nBack soon.");
    mail(BOLA, ticket, "Re: 24 hours", answers(id), "I am out of office until Monday.");

    assertThat(office.state().letters().holds().values())
        .hasSize(4)
        .allMatch(hold -> hold.awaits() == Hold.Awaits.SENDER)
        .allMatch(hold -> hold.reasons().equals(List.of(RefusalMessages.LIKE_AN_AWAY_MESSAGE)));
    assertThat(office.state().issues().find("COP-2")).isEmpty();
  }

  @Test
  void anAwayMessageWithoutAMarkOrdersNothingAndGetsNoAnswer() throws IOException {
    mail(BOLA, "cop+control@caucus.example", "Automatic reply: Your orders", "lists");
    mail(BOLA, "cop+notices@caucus.example", "Out of office", "Back on Monday.");

    assertThat(office.state().letters().holds()).isEmpty();
    assertThat(refusals()).isZero();
    assertThat(office.events(LetterEvent.LetterObeyed.class)).isEmpty();
  }

  @Test
  void peopleMaySpeakOfAutomaticReplies() throws IOException {
    mail(BOLA, COALITION, "Re: Automatic reply: 24 hours", "Please turn that off, Ada.");

    assertThat(office.state().letters().holds()).isEmpty();
  }
}
