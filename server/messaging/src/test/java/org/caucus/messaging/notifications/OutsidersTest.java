package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.SpoofingReasons;
import org.caucus.kernel.Message;
import org.junit.jupiter.api.Test;

/**
 * What somebody without a seat is answered when they write to a closed coalition. Systems of others
 * answered with the names of the person who was away and the person who stood in. Real SMTP
 * throughout.
 */
class OutsidersTest extends AtPostOffice {
  /** Ids and tickets. */
  private static final Pattern DRAWN = Pattern.compile("[a-z0-9]{16,}");

  private static final String OUTSIDER = "journalist@daily.example";

  /** Names of people, organisations and lists here, and what only a member is told. */
  private static final List<String> ROSTER =
      List.of(
          "ada",
          "ben",
          "lin okoro",
          "lin@",
          "rights watch",
          "press union",
          "platform",
          "reader",
          "civil society",
          "everyone",
          "convenor",
          "member",
          "the coalition");

  private void waits(String more) {
    waits(more, List.of(Message.of("reasons.stranger")));
  }

  private void waits(String more, List<Message> reasons) {
    byte[] raw =
        ("From: <" + OUTSIDER + ">\r\nSubject: Who is in it?\r\n" + more + "\r\nPlease say.\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    office.submit(
        null,
        new LetterCommand.HoldLetter(
            new NewThread("caucus"),
            "code-caucus@" + PostOffice.DOMAIN,
            OUTSIDER,
            null,
            Hold.Awaits.CONVENOR,
            "Who is in it?",
            "Please say.",
            new EntryLetter(blob, "ask@daily.example", null, false, List.of()),
            reasons));
  }

  private List<String> answers() {
    office.delivered();
    return office.lettersOf("journalist").stream()
        .map(l -> new String(l.toBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
        .map(l -> DRAWN.matcher(l).replaceAll("")) // by chance some name stands in it
        .toList();
  }

  @Test
  void thePersonWhoWritesFromOutsideIsToldThatItWaitsAndOfNobodyInside() {
    waits("");
    String hold = office.state().letters().holds().keySet().iterator().next();

    assertThat(answers()).singleElement().asString().contains("is pending approval");
    office.submit("ada", new LetterCommand.RefuseHold(hold, ""));
    assertThat(answers()).hasSize(2);

    for (String answer : answers()) {
      assertThat(ROSTER).noneMatch(answer::contains);
    }
  }

  @Test
  void anAnsweringMachineFromOutsideIsAnsweredByNobody() {
    waits("Auto-Submitted: auto-replied\r\n");

    assertThat(answers()).isEmpty();
  }

  /** Else letters under forty names are letters to forty people who wrote none. */
  @Test
  void thePersonWhoMostLikelyDidNotWriteIsToldNothing() {
    waits("", List.of(Message.of("reasons.stranger"), SpoofingReasons.HOST));
    String hold = office.state().letters().holds().keySet().iterator().next();
    office.submit("ada", new LetterCommand.RefuseHold(hold, ""));
    for (Message why : List.of(SpoofingReasons.HOST, SpoofingReasons.POLICY)) {
      office.submit(
          null,
          new LetterCommand.RefuseLetter(
              "letter" + why.code(),
              "code-caucus@" + PostOffice.DOMAIN,
              OUTSIDER,
              "Who is in it?",
              List.of(Message.of("reasons.members-only"), why),
              false,
              "ask@daily.example"));
    }

    assertThat(answers()).isEmpty();
  }
}
