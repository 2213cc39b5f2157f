package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.mail.NewUpdate;
import org.caucus.coalition.updates.mail.UpdateMailFields;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.headers.Unsubscribe.What;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter to the unsubscribe address of a notice stops what the notice was, and nothing else. */
class StopOneThingTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";

  private SeatId bola;
  private Ref call;

  @BeforeEach
  void aCallIsPlanned() throws IOException {
    bola = office.seats.get("bola");
    office.submit("amina", Parties.call(Audience.civilSociety()));
    call = office.state().actions().byId().values().iterator().next().ref();
  }

  private void stops(What what, SeatId seat) throws IOException {
    String address = "cop+u." + office.unsubscribe.ticket(what, seat) + "@caucus.example";
    office.post(BOLA, address, "From: <" + BOLA + ">\nTo: <" + address + ">\nSubject: stop\n\n");
  }

  private PersonalMailSettings habits() {
    return office.state().lists().habits().now(bola);
  }

  @Test
  void ofOneThingOnlyThatIsMuted() throws IOException {
    stops(new What.Thing(call), bola);
    stops(new What.Thing(call), bola);

    assertThat(office.state().lists().habits().wish(bola, call)).isEqualTo(ThreadPreference.MUTE);
    assertThat(office.events(ListEvent.ThingChosen.class)).hasSize(1);
    assertThat(office.events(LetterEvent.WordTaken.class)).as("its seat is told").hasSize(1);
    assertThat(office.state().lists().delivery(bola, "")).isEqualTo(Delivery.EACH);
  }

  @Test
  void ofOneReasonOnlyThatComesByMailNoMore() throws IOException {
    stops(new What.Reason(NotificationReason.NEW), bola);

    assertThat(habits().way(NotificationReason.NEW)).isEqualTo(NotificationChannel.WEB);
    assertThat(habits().way(NotificationReason.FOLLOWED)).isEqualTo(NotificationChannel.AT_ONCE);
    assertThat(office.state().lists().delivery(bola, "")).isEqualTo(Delivery.EACH);
  }

  @Test
  void whatCannotBeReadIsLikeWhatWasNeverSent() throws IOException {
    stops(new What.Thing(call), office.seats.get("chika"));

    assertThat(office.events(LetterEvent.LetterRefused.class))
        .extracting(LetterEvent.LetterRefused::reasons)
        .containsExactly(List.of(RefusalMessages.NO_SUBSCRIPTION));
  }

  /** A list that was narrowed since: what it is called is not Chirp's to know any more. */
  @Test
  void aListThatCannotBeReadIsLikeOneThatNeverWas() throws IOException {
    String civil = office.unsubscribe.ticket(new What.Mail("civil"), office.seats.get("chika"));
    String coalition =
        office.unsubscribe.ticket(new What.Mail("coalition"), office.seats.get("chika"));

    assertThat(office.unsubscribe.open(civil, office.state())).isEmpty();
    assertThat(office.unsubscribe.open(coalition, office.state())).isPresent();
  }

  private void writes(String head) throws IOException {
    String from = "chika@chirp.example";
    office.post(
        from,
        "updates.chirp@caucus.example",
        "From: <"
            + from
            + ">\nTo: updates.chirp@caucus.example\nSubject: Appeals\n\n"
            + head
            + "\nAppeals are answered within 48 hours.\n");
  }

  @Test
  void theHeadOfACompanysLetterSaysWhatItsUpdateIs() throws IOException {
    writes("Kind: Position\nStage: in review\nAttribution: background\n");

    var held = office.events(LetterEvent.LetterHeld.class).getLast();
    assertThat(held.intent())
        .isEqualTo(
            new NewUpdate(
                "chirp",
                new UpdateMailFields(
                    Update.Kind.POSITION,
                    Update.Stage.IN_REVIEW,
                    Update.Attribution.BACKGROUND,
                    List.of(),
                    null)));
    assertThat(held.text()).isEqualToIgnoringWhitespace("Appeals are answered within 48 hours.");
  }

  @Test
  void aLineThatIsNotUnderstoodRefusesTheLetterAndShowsItPutRight() throws IOException {
    writes("Kind: Position\nStage: soon\n");

    assertThat(office.events(LetterEvent.LetterHeld.class)).isEmpty();
    assertThat(office.events(LetterEvent.LetterRefused.class).getLast().reasons())
        .containsExactly(
            RefusalMessages.asksUpdateWrongly(
                Message.of(
                    "is-one-of-2", "field", "Stage", "known", "noted, in review, decided, done")),
            HeaderReading.again("    Kind: Position\n    Stage: noted"));
  }
}
