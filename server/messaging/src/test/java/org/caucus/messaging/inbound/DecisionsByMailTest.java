package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.moderation.HoldCodes;
import org.caucus.platform.i18n.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Convenors decide about letters that wait by answering with a code, over a real socket; and such a
 * code goes no further. Nobody's From line is believed here: the code is the proof.
 */
class DecisionsByMailTest {
  private static final String AMINA = "amina@rights.example";
  private static final String ENO = "eno@press.example";
  private static final String BOLA = "bola@press.example";
  private static final String UCHE = "uche@stranger.example";
  private static final String COALITION = "coalition@caucus.example";
  private static final String DECIDE = "cop+" + HoldCodes.DETAIL + "@caucus.example";

  @TempDir Path directory;
  private InboundPostOffice office;
  private int letters;

  @BeforeEach
  void open() throws IOException {
    office = new InboundPostOffice(directory, SenderTrust.nobody()).withCoalition();
    office.join("eno", "press", Role.CONVENOR);
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** A stranger's letter waits; its id. */
  private Hold waits(String subject) throws IOException {
    send(UCHE, COALITION, subject, "May I join the call?", "");
    return office.state().letters().holds().values().stream()
        .filter(h -> h.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private Hold now(Hold hold) {
    return office.state().letters().find(hold.id()).orElseThrow();
  }

  private String code(Hold hold, String seat) {
    return office.codes.of(office.workspace, hold, office.seats.get(seat));
  }

  private void send(String from, String to, String subject, String text, String more)
      throws IOException {
    String letter =
        "From: %s\nTo: %s\nSubject: %s\nMessage-ID: <%d@client.example>\n%s\n%s\n"
            .formatted(from, to, subject, ++letters, more, text);
    assertThat(office.send(from, List.of(to), letter).getLast()).startsWith("250");
    office.settle();
  }

  private void answer(String from, String text) throws IOException {
    send(from, DECIDE, "Re: Message pending: Hello", text, "");
  }

  private LetterEvent.LetterRefused told() {
    return office.events(LetterEvent.LetterRefused.class).getLast();
  }

  private void assertDecidesNothing(Hold hold, Message why) {
    assertThat(now(hold).state()).isEqualTo(Hold.State.HELD);
    assertThat(told().reasons()).containsExactly(why);
    assertThat(told().subject()).isEmpty();
  }

  /** The question as a mail program quotes it. */
  private static String quoted(String code) {
    return "\n\nOn Tue, Code of Practice <cop+notices@caucus.example> wrote:\n> "
        + HoldCodes.above(Language.ENGLISH)
        + "\n>\n> approve   it is posted\n>\n>     "
        + code
        + "\n";
  }

  @Test
  void approveWithTheCodePosts() throws IOException {
    Hold hold = waits("Hello");
    answer(AMINA, "approve " + code(hold, "amina"));

    assertThat(now(hold).state()).isEqualTo(Hold.State.APPROVED);
    Entry posted = office.state().entries().byId().values().iterator().next();
    assertThat(posted.text()).isEqualTo("May I join the call?");
    assertThat(posted.seat()).isEqualTo(office.seats.get("amina"));
    assertThat(office.records.count().await()).isZero();
  }

  @Test
  void theWordAloneOnTheFirstLineDecidesWhereTheQuestionIsQuotedBelow() throws IOException {
    Hold hold = waits("Hello");
    answer(ENO, "Discard." + quoted(code(hold, "eno")));

    assertThat(now(hold).state()).isEqualTo(Hold.State.DISCARDED);
  }

  @Test
  void theWordBelowTheQuoteDecidesToo() throws IOException {
    Hold hold = waits("Hello");
    answer(ENO, quoted(code(hold, "eno")).strip() + "\n\ndiscard");

    assertThat(now(hold).state()).isEqualTo(Hold.State.DISCARDED);
  }

  @Test
  void aLinkThatWritesTheSubjectDecides() throws IOException {
    Hold hold = waits("Hello");
    send(AMINA, DECIDE, "reject " + code(hold, "amina"), "Sent from my phone", "");

    assertThat(now(hold).state()).isEqualTo(Hold.State.REFUSED);
  }

  @Test
  void aNoteGoesToTheSenderWithoutWhatIsQuoted() throws IOException {
    Hold hold = waits("Hello");
    answer(
        AMINA,
        "reject\n\nPlease write to the press desk.\nThey answer on Mondays."
            + quoted(code(hold, "amina")));

    assertThat(office.events(LetterEvent.HoldRefused.class))
        .containsExactly(
            new LetterEvent.HoldRefused(
                hold.id(),
                office.seats.get("amina"),
                "Please write to the press desk.\nThey answer on Mondays."));
  }

  /** A stranger is told nothing that was said here, be it to everyone. */
  @Test
  void aNoteThatQuotesWhatItsReaderCannotReadDecidesNothing() throws IOException {
    String words =
        "If the agency keeps the removal of notices within twenty-four hours, we publish the memo"
            + " before the press conference and name the two companies that asked for it.";
    office.submit(
        "amina", new ListCommand.StartThread("coalition", "Plan", Post.web(words, null, null)));
    Hold hold = waits("Hello");

    answer(AMINA, "reject\n\nAs we say: " + words + quoted(code(hold, "amina")));

    assertDecidesNothing(hold, RefusalMessages.NOTE_QUOTES);
  }

  @Test
  void aQuoteWithoutMarksIsNoNoteEither() throws IOException {
    Hold hold = waits("Hello");
    answer(
        AMINA,
        "reject\n\nNot here.\n\n________________________________\nVon: Code of Practice\n"
            + HoldCodes.above(Language.ENGLISH)
            + "\n    "
            + code(hold, "amina"));

    assertThat(office.events(LetterEvent.HoldRefused.class).getFirst().note())
        .isEqualTo("Not here.");
  }

  @Test
  void aPlainReplyDecidesNothing() throws IOException {
    Hold hold = waits("Hello");
    answer(AMINA, "I would approve this, what do you think?" + quoted(code(hold, "amina")));
    assertDecidesNothing(hold, RefusalMessages.NO_WORD);
    answer(AMINA, quoted(code(hold, "amina")).strip());
    assertDecidesNothing(hold, RefusalMessages.NO_WORD);
    answer(AMINA, "approve");
    assertDecidesNothing(hold, RefusalMessages.NO_CODE);
    answer(AMINA, "approve aaaaaaaaaaaaaaaaaaaaaaaaaa");
    assertDecidesNothing(hold, RefusalMessages.NO_CODE);
  }

  @Test
  void anAnsweringMachineDecidesNothingAndIsAnsweredByNobody() throws IOException {
    Hold hold = waits("Hello");
    for (String field :
        List.of("Auto-Submitted: auto-replied\n", "Precedence: bulk\n", "X-Autoreply: yes\n")) {
      send(AMINA, DECIDE, "Re: A letter", "approve " + code(hold, "amina"), field);
    }

    assertThat(now(hold).state()).isEqualTo(Hold.State.HELD);
    assertThat(office.events(LetterEvent.LetterRefused.class)).isEmpty();
  }

  @Test
  void aCodeIsOfOneSeatAndOneLetter() throws IOException {
    Hold hold = waits("Hello");
    Hold other = waits("Again");
    answer(ENO, "approve " + code(hold, "amina"));
    assertDecidesNothing(hold, RefusalMessages.NO_CODE);
    answer(BOLA, "approve " + code(hold, "amina"));
    assertDecidesNothing(hold, RefusalMessages.NO_CODE);
    answer(UCHE, "approve " + code(hold, "amina"));
    assertDecidesNothing(hold, RefusalMessages.NO_CODE);
    answer(AMINA, "approve\n\n" + code(hold, "amina") + "\n" + code(other, "amina"));
    assertDecidesNothing(hold, RefusalMessages.MANY_CODES);
    answer(AMINA, "approve " + code(other, "amina") + quoted(code(hold, "amina")));

    assertThat(now(hold).state()).isEqualTo(Hold.State.HELD);
    assertThat(now(other).state()).isEqualTo(Hold.State.APPROVED);
  }

  @Test
  void aForwardedQuestionDecidesForNobody() throws IOException {
    Hold hold = waits("Hello");
    answer(
        BOLA, "approve\n\n---------- Forwarded message ---------\n" + quoted(code(hold, "amina")));

    assertDecidesNothing(hold, RefusalMessages.NO_CODE);
  }

  @Test
  void aUsedCodeAndOneThatCameTooLateDecideNothing() throws IOException {
    Hold hold = waits("Hello");
    answer(AMINA, "discard " + code(hold, "amina"));
    answer(AMINA, "approve " + code(hold, "amina"));
    assertThat(told().reasons()).containsExactly(RefusalMessages.DECIDED);
    assertThat(now(hold).state()).isEqualTo(Hold.State.DISCARDED);

    Hold late = waits("Late");
    office.ahead = Duration.ofDays(31);
    office.submit(null, new LetterCommand.TendHold(late.id()));
    answer(ENO, "approve " + code(late, "eno"));
    assertThat(told().reasons()).containsExactly(RefusalMessages.DECIDED);
    assertThat(now(late).state()).isEqualTo(Hold.State.EXPIRED);
  }

  @Test
  void whoIsNoConvenorAnyMoreDecidesNothing() throws IOException {
    Hold hold = waits("Hello");
    office.submit("amina", new MemberCommand.ChangeRole(office.seats.get("eno"), Role.MEMBER));
    answer(ENO, "approve " + code(hold, "eno"));

    assertThat(now(hold).state()).isEqualTo(Hold.State.HELD);
    assertThat(office.events(LetterEvent.LetterRefused.class)).hasSize(1);
  }

  @Test
  void thePersonWhoWroteALetterTakesItBackByMail() throws IOException {
    Hold hold = waits("Hello");
    String code = office.codes.ofSender(office.workspace, hold);
    answer("other@stranger.example", "withdraw " + code);
    assertDecidesNothing(hold, RefusalMessages.NO_CODE);
    answer(UCHE, "approve " + code);
    assertDecidesNothing(hold, RefusalMessages.NO_WORD);
    answer(UCHE, "Withdraw\n\n> " + code);

    assertThat(now(hold).state()).isEqualTo(Hold.State.WITHDRAWN);
  }

  @Test
  void aMemberTakesBackWhatAConvenorReadsFirst() throws IOException {
    office.submit("amina", new LetterCommand.StopList("coalition", true));
    office.submit(
        "bola", new ListCommand.StartThread("coalition", "Memo", Post.web("Part I.", null, null)));
    Hold hold = office.state().letters().holds().values().iterator().next();
    answer(BOLA, "withdraw " + office.codes.ofSender(office.workspace, hold));

    assertThat(office.events(LetterEvent.HoldWithdrawn.class))
        .containsExactly(new LetterEvent.HoldWithdrawn(hold.id(), office.seats.get("bola")));
  }

  @Test
  void thePersonWhoIsAskedWhetherTheyWroteItSaysSoByMail() throws IOException {
    send(BOLA, COALITION, "Memo", "The memo is due.", "");
    Hold hold = office.state().letters().holds().values().iterator().next();
    assertThat(hold.awaits()).isEqualTo(Hold.Awaits.SENDER);
    answer(AMINA, "yes " + code(hold, "bola"));
    assertDecidesNothing(hold, RefusalMessages.NO_CODE);
    answer(BOLA, "Yes!" + quoted(code(hold, "bola")));

    Entry posted = office.state().entries().byId().values().iterator().next();
    assertThat(posted.seat()).isEqualTo(office.seats.get("bola"));
    assertThat(posted.text()).isEqualTo("The memo is due.");
  }

  /**
   * A convenor answers the question to the list instead, in HTML, and the code is in what their
   * program quotes: anyone who read it could decide in their name.
   */
  @Test
  void aModerationSecretIsNotRelayedInTheHtmlAlternativeOrAnywhereElse() throws IOException {
    Hold hold = waits("Hello");
    String code = code(hold, "amina");
    String html = "<p>Shall we?</p><blockquote>Code: <b>" + code + "</b></blockquote>";
    String soft = html.substring(0, 60) + "=\n" + html.substring(60);
    String base64 = Base64.getMimeEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
    String link = "<a href=\"mailto:x@caucus.example?subject=approve%20" + code + "\">decide</a>";
    for (String body :
        List.of(
            alternatives("", html),
            alternatives("Content-Transfer-Encoding: quoted-printable\n", soft),
            alternatives("Content-Transfer-Encoding: base64\n", base64.replace("\r\n", "\n")),
            alternatives("", link),
            alternatives(
                "Content-Transfer-Encoding: base64\n",
                Base64.getEncoder().encodeToString(link.getBytes(StandardCharsets.UTF_8))))) {
      send(
          AMINA,
          COALITION,
          "Re: Message pending: Hello",
          body,
          "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=B\n");
    }
    send(AMINA, COALITION, "approve " + code, "Shall we?", "");
    send(AMINA, COALITION, "Question", "Shall we?\n\n> " + code.toUpperCase(Locale.ROOT), "");
    send(
        AMINA,
        COALITION,
        "Fwd",
        "--B\nContent-Type: message/rfc822\n\nSubject: A letter\n\nCode: " + code + "\n--B--",
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n");
    send(AMINA, "provisions@caucus.example", "Question", code, "");

    assertThat(office.events(LetterEvent.LetterRefused.class))
        .hasSize(9)
        .allSatisfy(
            r -> {
              assertThat(r.reasons()).containsExactly(RefusalMessages.SECRET);
              assertThat(r.subject()).isEmpty();
            });
    assertThat(office.state().entries().byId()).isEmpty();
    assertThat(office.state().letters().holds()).hasSize(1);
    assertThat(now(hold).state()).isEqualTo(Hold.State.HELD);
  }

  private static String alternatives(String encoding, String html) {
    return "--B\nContent-Type: text/plain\n\nShall we?\n--B\nContent-Type: text/html\n"
        + encoding
        + "\n"
        + html
        + "\n--B--";
  }

  @Test
  void oneLetterToTheListAndToTheAddressThatDecidesDecidesAndIsNotPosted() throws IOException {
    Hold hold = waits("Hello");
    String letter =
        "From: %s\nTo: %s, %s\nSubject: Re: A letter\nMessage-ID: <both@client.example>\n\napprove %s\n"
            .formatted(AMINA, DECIDE, COALITION, code(hold, "amina"));
    office.send(AMINA, List.of(DECIDE, COALITION), letter);
    office.settle();

    assertThat(now(hold).state()).isEqualTo(Hold.State.APPROVED);
    assertThat(told().reasons()).containsExactly(RefusalMessages.SECRET);
    assertThat(office.state().entries().byId().values())
        .singleElement()
        .satisfies(e -> assertThat(e.text()).isEqualTo("May I join the call?"));
  }
}
