package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.Commitment.Answer;
import org.caucus.coalition.actions.Rsvp;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Offices put names, numbers and warnings below the letters of their people, without two dashes. An
 * answer of one word above that is the word; what anybody says is never taken for such a thing.
 */
class SignedWordTest extends LetterWriting {
  private static final String CONTACT =
      """
          Bola Ade
          Senior Officer, Press Freedom
          Press Union
          T +234 803 555 0142 | bola@press.example
          www.press.example""";

  private static final String WARNING =
      "This e-mail and any attachments are confidential and intended solely for the use of the"
          + " addressee. If you\nhave received it in error, please notify the sender and delete it."
          + " Views are not necessarily those of Press Union.";

  private static final String AVIS =
      "Ce message et ses pièces jointes sont confidentiels et établis à l'attention exclusive de"
          + " son destinataire. Si vous le recevez par erreur, merci de le détruire et d'en avertir"
          + " l'expéditeur.";

  private static final String TANBIH =
      "هذه الرسالة ومرفقاتها سرية وموجهة إلى المرسل إليه وحده. إذا وصلتك بطريق الخطأ فيرجى إبلاغ"
          + " المرسل وحذف الرسالة فورا وعدم إفشاء ما فيها لأي شخص آخر.";

  private Action call;
  private String ofCall;
  private String issue;
  private String ofIssue;
  private int letters;

  @BeforeEach
  void anIssueAndACallAreTold() {
    issue = opened(null);
    ofIssue = ticketOf("bola");
    office.submit("amina", Parties.call(Audience.everyone()));
    ofCall = ticketOf("bola");
    call = office.state().actions().byId().values().iterator().next();
  }

  private void answers(String to, String text) throws IOException {
    office.post(
        BOLA,
        to,
        "From: \"Ade, Bola\" <"
            + BOLA
            + ">\nTo: <"
            + to
            + ">\nSubject: Re: x\nMessage-ID: <s"
            + ++letters
            + "@press.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
            + text
            + "\n");
  }

  private Answer rsvp() {
    Rsvp rsvp =
        office
            .state()
            .actions()
            .find(call.id())
            .orElseThrow()
            .presence()
            .answers()
            .get(office.seats.get("bola").value());
    return rsvp == null ? null : rsvp.answer();
  }

  private ThreadPreference wish() {
    SeatId bola = office.seats.get("bola");
    return office.state().lists().habits().wish(bola, Ref.to(Ref.Kind.ISSUE, issue));
  }

  static Stream<String> signatures() {
    return Stream.of(
        "\n\n" + CONTACT,
        "\n\n" + CONTACT + "\n\n" + WARNING,
        "\n\n" + WARNING,
        "\n\nBest regards,\n\n" + CONTACT + "\n\n" + WARNING,
        "\n\n" + CONTACT + "\n________________________________\n" + WARNING,
        "\n\nBola\n\n" + AVIS,
        "\n\nBola Ade\n\n" + TANBIH,
        "\n\n" + CONTACT + "\n\nPlease consider the environment before printing this e-mail",
        "\n\n[cid:image001.png@01DA]\n" + CONTACT + "\n\n> On Monday Amina wrote:\n> So.",
        "\n\nBola\n\nSent from my iPhone");
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void theWordIsDoneAndNobodyReadsWhatStandsBelowIt(String below) throws IOException {
    answers(ofIssue, "Mute" + below);
    answers(ofCall, "Hi Amina,\n\nYes" + below);

    assertThat(wish()).isEqualTo(ThreadPreference.MUTE);
    assertThat(rsvp()).isEqualTo(Answer.WILL);
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
  }

  static Stream<String> sentences() {
    return Stream.of(
        "\n\nDayo Ojo\nPress Union\n+234 803 555 0142",
        "\n\nBola Ade\nDayo Ojo",
        "\n\nBola Ade\nDayo Ojo\ndayo@press.example",
        "\n\nBola Ade\nbut only after ten\n+234 803 555 0142",
        "\n\nBola Ade\nCall me at +234 803 555 0142",
        "\n\nBola Ade\nThe room is at https://call.example/room",
        "\n\nBola Ade\nI shall be late, call +234 803 555 0142.",
        "\n\nBola Ade thinks that the agency should be asked first\n+234 803 555 0142",
        "\n\nThis message is confidential.",
        "\n\nThis message is for all of us who have read the draft: it was sent in error, and I ask"
            + " you to say so to the agency tomorrow.",
        "\n\nBring the minutes.\n\n" + CONTACT + "\n\n" + WARNING,
        "\n\n" + CONTACT + "\n\nBring the minutes.");
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void whatSomebodySaysBelowAWordIsRead(String below) throws IOException {
    answers(ofIssue, "Mute" + below);
    answers(ofCall, "Yes" + below);

    assertThat(wish()).as("no word of theirs alone").isEqualTo(ThreadPreference.USUAL);
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(2);
  }

  @Test
  void aCommentKeepsItsSignature() throws IOException {
    answers(ofIssue, "We should ask the agency.\n\n" + CONTACT);

    assertThat(office.events(EntryEvent.EntryPosted.class))
        .singleElement()
        .satisfies(e -> assertThat(e.text()).contains("Senior Officer"));
  }
}
