package org.caucus.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Slips of the person who writes by mail, and that words reach nobody by them; over a real socket.
 */
class GuardsTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String CHIKA = "chika@chirp.example";
  private static final String COALITION = "coalition@caucus.example";
  private static final String CIVIL = "civil@caucus.example";

  private static final Message PUT_RIGHT = HeaderReading.again("    Audience: civil society");

  private static final String STRATEGY =
      "If the agency keeps the removal of notices within twenty-four hours, we publish the memo"
          + " before the press conference and name the two companies that asked for it.";

  @BeforeEach
  void open() throws IOException {
    office.submit(
        "amina", new ListCommand.StartThread("civil", "Plan", Post.web(STRATEGY, null, null)));
  }

  private void post(String from, String to, String fields, String body) throws IOException {
    String letter =
        "From: " + from + "\nMessage-ID: <" + body.hashCode() + "@x.example>\n" + fields;
    office.post(from, to, letter + "\n" + body + "\n");
  }

  private static String headed(String to, String subject) {
    return "To: " + to + "\nSubject: " + subject + "\n";
  }

  private void isAsked(Message why) {
    assertThat(office.state().letters().holds().values())
        .singleElement()
        .satisfies(
            h -> {
              assertThat(h.awaits()).isEqualTo(Hold.Awaits.SENDER);
              assertThat(h.reasons()).containsExactly(why);
            });
    assertThat(office.state().lists().threadsOf("coalition")).isEmpty();
  }

  private void isRefused(Message why) {
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.reasons().getFirst().code()).isEqualTo(why.code());
              assertThat(r.reasons().subList(1, r.reasons().size())).containsExactly(PUT_RIGHT);
            });
    assertThat(office.state().lists().threadsOf("coalition")).isEmpty();
  }

  private Entry posted() {
    assertThat(office.state().letters().holds()).isEmpty();
    String thread = office.state().lists().threadsOf("coalition").getLast();
    return office
        .state()
        .entries()
        .under(office.state().lists().thread(thread).orElseThrow().ref())
        .getFirst();
  }

  /** As a mail program quotes: lines of so many columns, each with this mark. */
  private static String wrapped(String text, int columns, String mark) {
    StringBuilder out = new StringBuilder(mark);
    int column = 0;
    for (String word : Pattern.compile(" ").splitAsStream(text).toList()) {
      if (column + word.length() > columns) {
        out.append('\n').append(mark);
        column = 0;
      }
      out.append(word).append(' ');
      column += word.length() + 1;
    }
    return out.toString();
  }

  @Test
  void aQuoteOfWhatFewerReadIsAskedAbout() throws IOException {
    post(BOLA, COALITION, headed(COALITION, "Next week"), wrapped(STRATEGY, 60, "> ") + "\n\nYes.");
    isAsked(RefusalMessages.QUOTES);
  }

  @Test
  void aQuoteIsFoundWhenWrappedAnewAndDeepBelowTheAnswer() throws IOException {
    post(
        BOLA,
        COALITION,
        headed(COALITION, "Next week"),
        "I agree.\n\n-----Original Message-----\nFrom: Amina\nSubject: Plan\n\n"
            + wrapped(STRATEGY, 31, "> > "));
    isAsked(RefusalMessages.QUOTES);
  }

  @Test
  void aQuoteIsFoundWithoutAnyMark() throws IOException {
    post(BOLA, COALITION, headed(COALITION, "Next week"), "As was said: " + STRATEGY);
    isAsked(RefusalMessages.QUOTES);
  }

  @Test
  void aQuoteIsFoundInTheAlternativeThatIsNotShown() throws IOException {
    post(
        BOLA,
        COALITION,
        headed(COALITION, "Next week")
            + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n",
        "--x\nContent-Type: text/plain\n\nI agree.\n--x\nContent-Type: text/html\n\n"
            + "<p>I agree.</p><blockquote>"
            + STRATEGY.replace(" ", "\n ")
            + "</blockquote>\n--x--");
    isAsked(RefusalMessages.QUOTES);
  }

  @Test
  void aQuoteIsFoundInALetterSentAlong() throws IOException {
    String inside =
        Base64.getMimeEncoder()
            .encodeToString(("Subject: Plan\r\n\r\n" + STRATEGY + "\r\n").getBytes(UTF_8));
    post(
        BOLA,
        COALITION,
        headed(COALITION, "Fwd") + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n",
        "--x\nContent-Type: text/plain\n\nSee below.\n--x\nContent-Type: message/rfc822\n"
            + "Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n"
            + inside.replace("\r", "")
            + "\n--x--");
    isAsked(RefusalMessages.QUOTES);
  }

  @Test
  void aQuoteIsFoundInADocumentSentAlong() throws IOException {
    ByteArrayOutputStream memo = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(memo)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(("<w:p><w:t>" + STRATEGY + "</w:t></w:p>").getBytes(UTF_8));
    }
    post(
        BOLA,
        COALITION,
        headed(COALITION, "Memo")
            + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n",
        "--x\nContent-Type: text/plain\n\nSee below.\n--x\nContent-Type: application/octet-stream;"
            + " name=memo.docx\nContent-Transfer-Encoding: base64\n"
            + "Content-Disposition: attachment; filename=memo.docx\n\n"
            + Base64.getMimeEncoder().encodeToString(memo.toByteArray()).replace("\r", "")
            + "\n--x--");
    isAsked(RefusalMessages.QUOTES);
  }

  @Test
  void aShortParagraphIsFoundWhenMarkedAndLeftAloneWhenNot() throws IOException {
    office.submit(
        "amina",
        new ListCommand.StartThread("civil", "Date", Post.web("We walk out Friday.", null, null)));
    post(BOLA, COALITION, headed(COALITION, "Hm"), "We walk out Friday.");
    assertThat(posted().audience()).isEqualTo(Audience.everyone());
    post(BOLA, CIVIL, headed(CIVIL, "Hm"), "> We walk out Friday.\n\nAll of us?");
    assertThat(office.state().letters().holds()).isEmpty();
  }

  @Test
  void aMarkedShortParagraphIsAskedAbout() throws IOException {
    office.submit(
        "amina",
        new ListCommand.StartThread("civil", "Date", Post.web("We walk out Friday.", null, null)));
    post(BOLA, COALITION, headed(COALITION, "Hm"), "> We walk out Friday.\n\nAll of us?");
    isAsked(RefusalMessages.QUOTES);
  }

  @Test
  void whatEveryoneCanReadMayBeQuotedToEveryone() throws IOException {
    office.submit(
        "amina", new ListCommand.StartThread("coalition", "Plan", Post.web(STRATEGY, null, null)));
    post(BOLA, COALITION, headed(COALITION, "Next week"), wrapped(STRATEGY, 60, "> "));
    assertThat(posted().text()).startsWith("> If the agency");
  }

  /** What stands in many hidden conversations is no formula to those who read none of them. */
  @Test
  void aFormulaIsWhatItsReadersKnow() throws IOException {
    String formula =
        "The views in this letter are mine and not those of Press Union of which I am a member"
            + " today.";
    for (String subject : List.of("One", "Two", "Three")) {
      post(BOLA, CIVIL, headed(CIVIL, subject), subject + " matter.\n\n" + formula);
    }
    office.submit(
        "amina", new ListCommand.StartThread("coalition", "All", Post.web(formula, null, null)));
    post(BOLA, COALITION, headed(COALITION, "Hello"), "Good morning.\n\n" + formula);
    assertThat(posted().text()).contains("Good morning.");
  }

  @Test
  void wordsOfThreeHiddenConversationsAreAskedAboutAlsoInTheSubject() throws IOException {
    for (String subject : List.of("One", "Two", "Three")) {
      office.submit(
          "amina",
          new ListCommand.StartThread("civil", subject, Post.web("> " + STRATEGY, null, null)));
    }
    post(BOLA, COALITION, headed(COALITION, STRATEGY), "As above.");
    isAsked(RefusalMessages.QUOTES);
  }

  @Test
  void nobodyLearnsByQuotingWhatTheyCannotRead() throws IOException {
    post(CHIKA, COALITION, headed(COALITION, "Guess"), STRATEGY);
    assertThat(posted().text()).isEqualTo(STRATEGY);
  }

  @Test
  void aSenderWhoInsistsPosts() throws IOException {
    post(BOLA, COALITION, headed(COALITION, "Next week"), wrapped(STRATEGY, 60, "> "));
    Hold hold = office.state().letters().holds().values().iterator().next();
    office.submit("bola", new LetterCommand.ApproveHold(hold.id()));
    assertThat(office.state().lists().threadsOf("coalition")).hasSize(1);
  }

  /** Its author may not insist, either: the company said it on that condition. */
  @Test
  void whatWasSaidOffRecordIsRefused() throws IOException {
    String words = STRATEGY.replace("agency", "ministry").replace("memo", "letter");
    office.submit(
        "chika",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "Between us",
            words,
            Update.Attribution.OFF_RECORD,
            Audience.withCompany("chirp"),
            null));

    post(BOLA, COALITION, headed(COALITION, "Listen"), "> " + words);

    assertThat(office.events(LetterEvent.LetterRefused.class))
        .singleElement()
        .satisfies(r -> assertThat(r.reasons()).contains(RefusalMessages.OFF_RECORD));
    assertThat(office.state().letters().holds()).isEmpty();
    assertThat(office.state().lists().threadsOf("coalition")).isEmpty();
  }

  @Test
  void anOutsiderInCcIsAskedAbout() throws IOException {
    post(BOLA, CIVIL, headed(CIVIL, "Draft") + "Cc: desk@agency.example\n", "The draft.");
    isAsked(RefusalMessages.OUTSIDER);
  }

  @Test
  void aMemberOfTheOtherSideIsAnOutsiderToo() throws IOException {
    post(BOLA, CIVIL, headed(CIVIL, "Draft") + "Cc: " + CHIKA + "\n", "The draft.");
    isAsked(RefusalMessages.OUTSIDER);
  }

  @Test
  void aReaderInCcIsNone() throws IOException {
    post(
        BOLA,
        COALITION,
        headed(COALITION, "Draft") + "Cc: " + CHIKA + ", " + BOLA + "\n",
        "Draft.");
    assertThat(posted().text()).isEqualTo("Draft.");
  }

  @Test
  void aClosedListInCcIsToALiaisonLikeOneThatIsNotThere() throws IOException {
    post(CHIKA, COALITION, headed(COALITION, "Hi") + "Cc: " + CIVIL + "\n", "Well?");
    post(CHIKA, COALITION, headed(COALITION, "Hi") + "Cc: nothing@caucus.example\n", "Well then?");
    assertThat(office.state().letters().holds().values())
        .hasSize(2)
        .allMatch(h -> h.reasons().equals(List.of(RefusalMessages.OUTSIDER)));
  }

  @Test
  void aListInBccIsAnotherPlaceAsWell() throws IOException {
    office.send(
        BOLA,
        List.of(CIVIL),
        "From: "
            + BOLA
            + "\nMessage-ID: <b@x.example>\n"
            + headed(COALITION, "Both")
            + "\nBoth.\n");
    office.settle();
    isAsked(RefusalMessages.TWO_PLACES);
  }

  @Test
  void aFirstLineNarrows() throws IOException {
    post(BOLA, COALITION, headed(COALITION, "Us"), "\nAudience: civil society\n\nAmong us.");
    assertThat(posted().audience()).isEqualTo(Audience.civilSociety());
    assertThat(posted().text()).isEqualTo("Among us.");
  }

  @Test
  void aFirstLineThatIsNotUnderstoodRefusesTheLetter() throws IOException {
    post(BOLA, COALITION, headed(COALITION, "Us"), "Audience: civil socety\n\nAmong us.");
    isRefused(RefusalMessages.UNKNOWN_AUDIENCE);
  }

  @Test
  void aFirstLineThatWouldWidenRefusesTheLetter() throws IOException {
    post(BOLA, CIVIL, headed(CIVIL, "Us"), "Audience: everyone\n\nTo all.");
    isRefused(RefusalMessages.audienceRefused(RefusalMessages.STRANGER));
  }

  @Test
  void aFirstLineThatLeavesItsAuthorOutRefusesTheLetter() throws IOException {
    post(BOLA, COALITION, headed(COALITION, "Us"), "Audience: only chirp\n\nTo them.");
    isRefused(RefusalMessages.audienceRefused(RefusalMessages.STRANGER));
  }

  @Test
  void aHeldLetterKeepsWhatItsFirstLineAsks() throws IOException {
    post(
        BOLA,
        COALITION,
        headed(COALITION, "Us") + "Cc: desk@agency.example\n",
        "Audience: civil society\n\nAmong us.");
    Hold hold = office.state().letters().holds().values().iterator().next();
    office.submit("bola", new LetterCommand.ApproveHold(hold.id()));
    String thread = office.state().lists().threadsOf("coalition").getLast();
    assertThat(office.state().lists().thread(thread).orElseThrow().audience())
        .isEqualTo(Audience.civilSociety());
  }

  @Test
  void anAnswerThatLostItsThreadingIsKnownByItsSubjectOnAnyList() throws IOException {
    for (String subject : List.of("Re: Plan", "رد: Plan", "[COP] İLT: Plan", "Réf. : Plan")) {
      post(BOLA, COALITION, headed(COALITION, subject), "Agreed.");
      isAsked(RefusalMessages.LOST_THREAD);
    }
  }
}
