package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.LetterEvent.LetterObeyed;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders by mail: from members alone who are proven, or say themselves that it was them. */
class OrdersTest {
  private static final String BOLA = "bola@press.example";

  @TempDir Path directory;
  private InboundPostOffice office;

  @BeforeEach
  void open() throws IOException {
    office = trusting(InboundPostOffice.LOOPBACK, "a");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private InboundPostOffice trusting(SenderTrust trust, String name) throws IOException {
    return new InboundPostOffice(directory.resolve(name), trust).withCoalition();
  }

  private void order(String from, String to, String fields, String text) throws IOException {
    String letter =
        "From: <" + from + ">\nTo: <" + to + ">\nMessage-ID: <o@press.example>\n" + fields;
    office.post(from, to, letter + "\n" + text + "\n");
  }

  private void order(String from, String to, String text) throws IOException {
    order(from, to, "Subject: orders\n", text);
  }

  private List<LetterObeyed> obeyed() {
    return office.events(LetterObeyed.class);
  }

  private List<Message> refusals() {
    return office.events(LetterEvent.LetterRefused.class).stream()
        .flatMap(e -> e.reasons().stream())
        .toList();
  }

  private Delivery mode(String person, String list) {
    return office.state().lists().delivery(office.seats.get(person), list);
  }

  @Test
  void aMembersOrdersAreDoneAndStandNowhere() throws IOException {
    order(BOLA, "cop+control@caucus.example", "set coalition digest\nleave civil");
    order(BOLA, "coalition+control@caucus.example", "set summary");
    order(BOLA, "civil+leave@caucus.example", "Please.");

    assertThat(mode("bola", "coalition")).isEqualTo(Delivery.SUMMARY);
    assertThat(mode("bola", "civil")).isEqualTo(Delivery.NONE);
    assertThat(obeyed()).hasSize(3).allMatch(LetterObeyed::done);
    assertThat(obeyed().getFirst().messageId()).isEqualTo("o@press.example");
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
  }

  @Test
  void whatWaitsToBeProvenIsNoLongerThanWhatIsShown() throws IOException {
    office.close();
    office = trusting(SenderTrust.nobody(), "long");
    order(BOLA, "cop+control@caucus.example", "set coalition digest\n".repeat(10_000));

    Hold hold = office.state().letters().holds().values().iterator().next();
    assertThat(hold.text().length()).isPositive().isLessThanOrEqualTo(Post.MAX_TEXT_CHARS);
  }

  @Test
  void aStrangerAndAMemberWhoCannotReadTheListHearTheSame() throws IOException {
    order("nobody@elsewhere.example", "civil+control@caucus.example", "lists");
    order("chika@chirp.example", "civil+control@caucus.example", "lists");
    order("nobody@elsewhere.example", "cop+help@caucus.example", "");

    assertThat(refusals())
        .containsExactly(
            RefusalMessages.NO_ORDERS, RefusalMessages.NO_ORDERS, RefusalMessages.NO_ORDERS);
    assertThat(obeyed()).isEmpty();
  }

  @Test
  void aFromLineAloneOrdersNothingUntilItsOwnerSaysItWasThem() throws IOException {
    office.close();
    office = trusting(SenderTrust.nobody(), "b");
    order(BOLA, "cop+control@caucus.example", "set coalition none");

    assertThat(mode("bola", "coalition")).isEqualTo(Delivery.EACH);
    Hold hold = office.state().letters().holds().values().iterator().next();
    assertThat(hold.awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(hold.reasons()).containsExactly(RefusalMessages.UNPROVEN);

    office.submit("bola", new LetterCommand.ApproveHold(hold.id()));

    assertThat(mode("bola", "coalition")).isEqualTo(Delivery.NONE);
    assertThat(obeyed().getFirst().seat()).isEqualTo(office.seats.get("bola"));
  }

  @Test
  void aConvenorIsAskedAboutNobodysOrders() throws IOException {
    office.close();
    office = trusting(SenderTrust.nobody(), "b");
    order(BOLA, "cop+control@caucus.example", "set coalition none");
    Hold hold = office.state().letters().holds().values().iterator().next();

    assertThatThrownBy(() -> office.submit("amina", new LetterCommand.ApproveHold(hold.id())))
        .isInstanceOf(Refusal.class);
    assertThat(mode("bola", "coalition")).isEqualTo(Delivery.EACH);
  }

  @Test
  void helpIsToldToAMemberWithoutProof() throws IOException {
    office.close();
    office = trusting(SenderTrust.nobody(), "b");
    order(BOLA, "coalition+help@caucus.example", "set coalition none");

    assertThat(obeyed().getFirst().lines()).extracting("text").containsExactly("help");
    assertThat(mode("bola", "coalition")).isEqualTo(Delivery.EACH);
  }

  @Test
  void machinesAndListsAreNotAnswered() throws IOException {
    order(BOLA, "cop+control@caucus.example", "Auto-Submitted: auto-replied\n", "lists");
    order(BOLA, "cop+control@caucus.example", "Precedence: list\n", "lists");
    order(BOLA, "cop+control@caucus.example", "List-Id: <x.elsewhere.example>\n", "lists");
    order(BOLA, "cop+control@caucus.example", "X-Caucus-Loop: caucus.example\n", "lists");

    assertThat(obeyed()).isEmpty();
    assertThat(refusals()).isEmpty();
    assertThat(office.events(LetterEvent.LetterDropped.class)).hasSize(4);
  }

  @Test
  void anUnsubscribeAddressStopsOneListForItsSeatAndIsAnsweredOnce() throws IOException {
    String address =
        "cop+u."
            + office.unsubscribe.ticket("coalition", office.seats.get("bola"))
            + "@caucus.example";
    order("bola@private.example", address, "unsubscribe");
    order("bola@private.example", address, "unsubscribe");

    assertThat(mode("bola", "coalition")).isEqualTo(Delivery.NONE);
    assertThat(mode("bola", "civil")).isEqualTo(Delivery.EACH);
    assertThat(obeyed()).hasSize(1);
    assertThat(obeyed().getFirst().sender()).as("the answer goes to the seat alone").isEmpty();
  }

  @Test
  void aForgedAndAnEndedUnsubscribeAddressAreOneToThePersonWhoWrites() throws IOException {
    String ended = office.unsubscribe.ticket("coalition", office.seats.get("vera"));
    office.submit("amina", new MemberCommand.EndSeat(office.seats.get("vera")));
    order(BOLA, "cop+u." + ended + "@caucus.example", "unsubscribe");
    order(BOLA, "cop+u.abcdefghijklmnopqrstuvwxyz@caucus.example", "unsubscribe");

    assertThat(refusals())
        .containsExactly(RefusalMessages.NO_SUBSCRIPTION, RefusalMessages.NO_SUBSCRIPTION);
  }
}
