package org.caucus.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.Commitment.Answer;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the calendars that people have answer, in the shapes in which they do, over SMTP. */
class CalendarRepliesTest extends CalendarAnswering {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "google | WILL | I join by phone, from the field",
        "outlook | MAY | Ten minutes late, I am afraid",
        "apple | WILL_NOT | ''",
        "bare | WILL | ''",
        "thunderbird | WILL | ''",
      })
  void eachCalendarsAnswerIsItsPersons(String shape, Answer answer, String comment)
      throws IOException {
    office.post(BOLA, to, letter(shape, BOLA, BOLA));

    assertThat(rsvp()).isNotNull();
    assertThat(rsvp().answer()).isEqualTo(answer);
    assertThat(office.events(EntryEvent.EntryPosted.class))
        .as("a note is said with it, and nothing else of the letter")
        .hasSize(comment.isEmpty() ? 0 : 1)
        .allMatch(e -> e.text().contains(comment) && !e.text().contains("invitation"));
  }

  @Test
  void itIsTakenForAnotherAddressOfTheSamePerson() throws IOException {
    office.post(HOME, to, letter("google", HOME, BOLA));

    assertThat(rsvp()).as("asked at work, answered from home").isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"google", "outlook", "apple", "bare", "thunderbird"})
  void itIsNotTakenForSomebodyElse(String shape) throws IOException {
    office.post(BOLA, to, letter(shape, BOLA, "dayo@press.example"));
    office.post(
        BOLA,
        to,
        letter(shape, BOLA, "nobody@else.example").replace("Message-ID: <", "Message-ID: <x"));

    assertThat(rsvp()).isNull();
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .as("who is here and who is not are told apart by nothing")
        .hasSize(2)
        .allSatisfy(e -> assertThat(e.reasons()).containsExactly(RefusalMessages.OTHER_ATTENDEE));
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
  }

  @Test
  void oneThatSaysTwoThingsOfTheSameEventSaysNone() throws IOException {
    String whole = Files.readString(SHAPES.resolve("bare.eml"));
    int last = whole.lastIndexOf("PARTSTAT=ACCEPTED");
    String divided =
        "From: <"
            + BOLA
            + ">\nTo: <"
            + to
            + ">\nSubject: Accepted\nMIME-Version: 1.0\n"
            + "Content-Type: text/calendar; method=REPLY\n\n"
            + (whole.substring(0, last) + "PARTSTAT=DECLINED" + whole.substring(last + 17))
                .split("%ICS%\n", 2)[1]
                .replace("%UID%", call.id() + "@" + InboundPostOffice.DOMAIN)
                .replace("%FROM%", BOLA);
    office.post(BOLA, to, divided);

    assertThat(rsvp()).isNull();
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .extracting(LetterEvent.LetterRefused::reasons)
        .containsExactly(List.of(RefusalMessages.UNREAD_CALENDAR));
  }

  @Test
  void anAnswerThatComesOnceMoreTakesNoLaterOneBack() throws IOException {
    String yes = letter("google", BOLA, BOLA);
    office.post(BOLA, to, yes);
    office.post(BOLA, to, letter("apple", BOLA, BOLA));
    assertThat(rsvp().answer()).isEqualTo(Answer.WILL_NOT);

    office.post(BOLA, to, yes);

    assertThat(rsvp().answer()).isEqualTo(Answer.WILL_NOT);
  }

  /** What is written and when; mail turns the two round (RFC 5546 section 2.1.5). */
  private void answers(String partstat, String stamp) throws IOException {
    String letter = changed(letter("bare", BOLA, BOLA), "DTSTAMP:[0-9TZ]*", "DTSTAMP:" + stamp);
    office.post(BOLA, to, changed(letter, "PARTSTAT=\"?ACCEPTED\"?", "PARTSTAT=" + partstat));
  }

  @Test
  void anOlderAnswerThatArrivesLaterTakesNoNewerOneBack() throws IOException {
    answers("DECLINED", "20261126T101500Z");
    answers("ACCEPTED", "20261126T101400Z");

    assertThat(rsvp().answer()).isEqualTo(Answer.WILL_NOT);
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .as("and the person who gave it is told")
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.reasons().getFirst().english())
                    .contains("Your calendar sent an older answer"));

    answers("TENTATIVE", "20261126T101501Z");
    assertThat(rsvp().answer()).as("a second later, in order").isEqualTo(Answer.MAY);
  }

  /** A calendar need not say when; the letter itself is known, so sending it again does nothing. */
  @Test
  void ofAnswersThatDoNotSayWhenAReplayedOneDoesNothing() throws IOException {
    String bare = changed(letter("bare", BOLA, BOLA), "DTSTAMP:[0-9TZ]*\r\n", "");
    String yes = changed(bare, "PARTSTAT=\"?ACCEPTED\"?", "PARTSTAT=ACCEPTED");
    office.post(BOLA, to, yes);
    office.post(BOLA, to, changed(bare, "PARTSTAT=\"?ACCEPTED\"?", "PARTSTAT=DECLINED"));
    assertThat(rsvp().answer()).isEqualTo(Answer.WILL_NOT);

    for (String sender : List.of(BOLA, HOME, "dayo@press.example")) {
      office.post(sender, to, yes);
    }

    assertThat(rsvp().answer()).isEqualTo(Answer.WILL_NOT);
    assertThat(office.state().actions().find(call.id()).orElseThrow().presence().answers())
        .as("and nobody else has answered")
        .containsOnlyKeys(bola.value());
  }

  /** His yes to one call, sent to the address of another. */
  @Test
  void anAnswerToAnotherEventIsNoneToThisOne() throws IOException {
    String yes = letter("bare", BOLA, BOLA);
    office.submit("amina", Parties.call(Audience.civilSociety()));
    long planned = office.state().history().getLast().sequence();
    String other = office.tickets.address("cop", InboundPostOffice.DOMAIN, planned, bola);

    office.post(BOLA, other, yes);

    assertThat(office.state().actions().byId().values())
        .allMatch(action -> action.presence().answers().isEmpty());
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .as("and the person who sent it is told")
        .extracting(refused -> refused.reasons().getFirst())
        .containsExactly(RefusalMessages.OTHER_EVENT);
  }

  /**
   * It was moved since: a yes to the former time is none to the new one, however often it comes.
   */
  @Test
  void aYesToATimeThatWasMovedIsNoneWhateverItSaysOfItsOwnMoment() throws IOException {
    office.submit(
        "amina",
        new ActionCommand.EditAction(
            call.id(),
            null,
            null,
            null,
            null,
            null,
            new Action.When(Instant.now().plus(Duration.ofDays(9)), null, ZoneId.of("UTC")),
            null,
            null));
    String stamp =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneId.of("UTC"))
            .format(Instant.now());
    answers("ACCEPTED", stamp);
    answers("ACCEPTED", "20990101T000000Z");

    assertThat(rsvp()).isNull();
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .extracting(refused -> refused.reasons().getFirst())
        .containsExactly(RefusalMessages.MOVED_EVENT, RefusalMessages.MOVED_EVENT);
  }

  @Test
  void whatWasSaidOnThePageMeanwhileStands() throws IOException {
    office.submit("bola", new ActionCommand.Answer(call.id(), null, Answer.WILL_NOT, ""));
    answers("ACCEPTED", "20261126T101400Z");

    assertThat(rsvp().answer()).isEqualTo(Answer.WILL_NOT);
  }

  @Test
  void aClockThatIsYearsAheadShutsNobodyOut() throws IOException {
    answers("DECLINED", "20990101T000000Z");
    answers("ACCEPTED", "20990101T000000Z");

    assertThat(rsvp().answer()).isEqualTo(Answer.WILL);
    office.submit("bola", new ActionCommand.Answer(call.id(), null, Answer.MAY, ""));
    assertThat(rsvp().answer()).isEqualTo(Answer.MAY);
  }

  @ParameterizedTest
  @CsvSource({"20261399T000000Z", "yesterday", "00000101T000000Z", "20261126T101500"})
  void aMomentThatIsNoneOrdersNothing(String stamp) throws IOException {
    answers("DECLINED", stamp);
    answers("ACCEPTED", stamp);

    assertThat(rsvp().answer()).isEqualTo(Answer.WILL);
  }

  @Test
  void anotherTimeThatACalendarProposesIsNotPassedOverInSilence() throws IOException {
    for (String shape : List.of("outlook", "bare")) {
      String letter = letter(shape, BOLA, BOLA);
      String encoded =
          letter.replaceFirst("(?s).*base64\\s+([A-Za-z0-9+/=\\s]+?)\\s*(--.*)?$", "$1");
      String calendar = new String(Base64.getMimeDecoder().decode(encoded), UTF_8);
      String counter =
          Base64.getMimeEncoder(76, "\n".getBytes(UTF_8))
              .encodeToString(
                  (calendar.contains("METHOD:REPLY")
                          ? calendar.replace("METHOD:REPLY", "METHOD:COUNTER")
                          : calendar)
                      .getBytes(UTF_8));
      office.post(
          BOLA,
          to,
          letter.replace(encoded, counter).replaceAll("method=\"?(?i:reply)\"?", "method=COUNTER"));
    }

    assertThat(rsvp()).isNull();
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .extracting(refused -> refused.reasons().getFirst())
        .containsExactly(RefusalMessages.OTHER_TIME, RefusalMessages.OTHER_TIME);
  }

  /** Anyone who passes it on has not said that they come, and whom they pass it to is not asked. */
  @Test
  void whatIsPassedOnToAnotherIsNobodysAnswer() throws IOException {
    String mine = letter("bare", BOLA, BOLA);
    String delegated = "PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:dayo@press.example\"";
    for (String said : List.of(delegated, "PARTSTAT=NEEDS-ACTION")) {
      office.post(BOLA, to, changed(mine, "PARTSTAT=\"?ACCEPTED\"?", said));
      assertThat(rsvp()).isNull();
    }
    String forThem = letter("bare", BOLA, "dayo@press.example");
    office.post(
        BOLA,
        to,
        changed(forThem, "ATTENDEE;", "ATTENDEE;DELEGATED-FROM=\"mailto:" + BOLA + "\";"));

    assertThat(rsvp()).isNull();
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .extracting(refused -> refused.reasons().getFirst())
        .containsExactly(
            RefusalMessages.PASSED_ON,
            RefusalMessages.UNREAD_CALENDAR,
            RefusalMessages.OTHER_ATTENDEE);
  }

  /** Folded between the two octets of a character, as programs do that count octets. */
  @Test
  void aFoldWithinACharacterTakesNothingFromIt() throws IOException {
    String whole =
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:"
            + call.id()
            + "@"
            + InboundPostOffice.DOMAIN
            + "\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:bola%40press.example"
            + "\r\nCOMMENT:Peut-êtr";
    byte[] before = whole.getBytes(UTF_8);
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.writeBytes(before);
    octets.writeBytes("é, ".getBytes(UTF_8));
    octets.write(0xC3);
    octets.writeBytes("\r\n ".getBytes(UTF_8));
    octets.write(0xA9);
    octets.writeBytes("tude\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".getBytes(UTF_8));
    office.post(
        BOLA,
        to,
        "From: <"
            + BOLA
            + ">\nTo: x\nSubject: Tentative\nMIME-Version: 1.0\n"
            + "Content-Type: text/calendar; method=REPLY; charset=UTF-8\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder(76, "\n".getBytes(UTF_8)).encodeToString(octets.toByteArray())
            + "\n");

    assertThat(rsvp()).isNotNull();
    assertThat(office.events(EntryEvent.EntryPosted.class))
        .singleElement()
        .satisfies(e -> assertThat(e.text()).contains("Peut-êtré, étude"));
  }
}
