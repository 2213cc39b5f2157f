package org.caucus.messaging.notifications.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.UnreadLetter;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.notifications.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people hear by mail of letters that wait, over real SMTP, with a clock that can jump. */
class HeldMessageMailTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.join("eve", "Eve Ojo", "press", Role.CONVENOR);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String strangersLetter() {
    byte[] raw =
        "From: <uche@stranger.example>\r\nSubject: Hello\r\n\r\nMay I join?\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    return office.submit(
        null,
        new LetterCommand.HoldLetter(
            new NewThread("coalition"),
            "code-coalition@lists.example",
            "uche@stranger.example",
            null,
            Hold.Awaits.CONVENOR,
            "Hello",
            "May I join?",
            new EntryLetter(blob, "hello@stranger.example", null, false, List.of()),
            List.of(
                Message.of("reasons.stranger"),
                Message.of("reasons.as-written", "text", "It names an outsider."))));
  }

  private String unreadLetter(int readings) {
    String blob = office.blobs.put(office.workspace, new byte[1]).await().value();
    return office.submit(
        null,
        new LetterCommand.HoldLetter(
            new NewThread("coalition"),
            "code-coalition@lists.example",
            "ben@home.example",
            null,
            Hold.Awaits.CONVENOR,
            "",
            "",
            new EntryLetter(blob, null, null, true, List.of()),
            List.of(Message.of("reasons.unprocessed")),
            null,
            false,
            false,
            new UnreadLetter(
                Ref.to(Ref.Kind.LIST, "coalition"), "", null, "", null, Instant.EPOCH, readings)));
  }

  @Test
  void whoIsAskedAboutAnUnreadLetterIsToldThatItIsReadBeforeItIsPosted() {
    String hold = unreadLetter(1);
    unreadLetter(2);

    assertThat(texts("eve"))
        .anySatisfy(
            t ->
                assertThat(t)
                    .contains("its readers are not known yet", "approve   Caucus reads it again")
                    .doesNotContain("If approved", "it is posted\n"))
        .anySatisfy(
            t ->
                assertThat(t).contains("tried twice and could not read").doesNotContain("approve"));
    assertThat(told("ben", "Your message to code-coalition@lists.example arrived.")).isPositive();
    office.submit("ada", new LetterCommand.ApproveHold(hold));
    assertThat(told("eve", "Caucus reads it again, and posts it only if it can be read.")).isOne();
  }

  private String bensPost() {
    office.submit("ada", new LetterCommand.StopList("coalition", true));
    return office.submit(
        "ben",
        new ListCommand.StartThread(
            "coalition", "The memo", Post.web("Part I is done.", null, null)));
  }

  private List<String> texts(String person) {
    office.delivered();
    return office.lettersOf(person).stream().map(HeldMessageMailTest::text).toList();
  }

  private static String text(RawLetter letter) {
    return ParsedLetter.of(letter).text();
  }

  private long told(String person, String words) {
    return texts(person).stream().filter(t -> t.contains(words)).count();
  }

  @Test
  void theQuestionHasTheLetterAndEveryReasonAndWhoWouldReadIt() {
    strangersLetter();

    office.delivered();
    String asked = text(office.letterOf("eve", "Message pending: Hello"));
    assertThat(asked)
        .contains("does not belong to anyone who can write here.", "* It names an outsider.")
        .contains("  | Subject: Hello", "  | May I join?")
        .contains("Everyone · 4 readers");
    assertThat(texts("ben")).noneMatch(t -> t.contains("May I join?"));
  }

  @Test
  void whoIsAskedIsRemindedAfterADayAndAWeekAndTheLetterGoesAfterThirtyDays() {
    String hold = strangersLetter();

    assertThat(told("ada", "This message has been pending for")).isZero();
    office.later(DAY.plusHours(1));
    assertThat(told("ada", "for a day.")).isEqualTo(1);
    assertThat(told("eve", "for a day.")).isEqualTo(1);
    office.later(DAY.multipliedBy(6));
    assertThat(told("ada", "for 7 days.")).isEqualTo(1);
    office.later(DAY.multipliedBy(22));
    assertThat(told("ada", "There was no decision in time")).isZero();
    office.later(DAY);

    assertThat(office.state().letters().find(hold).orElseThrow().state())
        .isEqualTo(Hold.State.EXPIRED);
    assertThat(told("ada", "There was no decision in time about the message from uche"))
        .isEqualTo(1);
    assertThat(told("eve", "There was no decision in time about the message from uche"))
        .isEqualTo(1);
    assertThat(told("uche", "there was no decision in time")).isEqualTo(1);
    assertThat(told("ada", "This message has been pending for")).isEqualTo(2);
  }

  @Test
  void aDecisionEndsTheReminders() {
    String hold = strangersLetter();
    office.submit("ada", new LetterCommand.DiscardHold(hold));

    office.later(DAY.multipliedBy(40));

    assertThat(told("eve", "Nobody")).isZero();
    assertThat(told("uche", "not posted")).isZero();
    assertThat(office.state().letters().find(hold).orElseThrow().state())
        .isEqualTo(Hold.State.DISCARDED);
  }

  @Test
  void thePersonWhoIsAskedWhetherTheyWroteItHearsThatItIsGone() {
    office.submit(
        null,
        new LetterCommand.HoldLetter(
            new NewThread("coalition"),
            "code-coalition@lists.example",
            "ben@home.example",
            office.seat("ben"),
            Hold.Awaits.SENDER,
            "Hello",
            "Was it me?",
            null,
            List.of(Message.of("reasons.unproven")),
            null,
            true,
            false));

    office.later(DAY.plusHours(1));
    assertThat(told("ben", "came from your address")).isEqualTo(2);
    office.later(DAY.multipliedBy(2));

    assertThat(told("ben", "there was no decision in time")).isEqualTo(1);
    assertThat(texts("ada")).noneMatch(t -> t.contains("Was it me?") || t.contains("in time"));
  }

  @Test
  void theOtherConvenorsAreToldOnceByWhomItWasDecided() {
    String hold = strangersLetter();
    office.delivered();
    office.submit("eve", new LetterCommand.RefuseHold(hold, "This list is closed."));

    assertThat(told("ada", "Eve Ojo rejected the message from uche")).isEqualTo(1);
    assertThat(told("ada", "This list is closed.")).isEqualTo(1);
    assertThat(told("eve", "Eve Ojo rejected")).isZero();
    assertThat(told("ben", "rejected")).isZero();
    assertThat(told("uche", "This list is closed.")).isEqualTo(1);
    assertThat(texts("uche")).noneMatch(t -> t.contains("Eve"));
  }

  @Test
  void theAuthorOfAPostFromTheBrowserHearsWhatBecameOfIt() {
    String refused = bensPost();
    office.submit("ada", new LetterCommand.RefuseHold(refused, "Part II first, please."));
    assertThat(told("ben", "was not posted.")).isEqualTo(1);
    assertThat(told("ben", "Part II first, please.")).isEqualTo(1);

    String discarded = bensSecondPost();
    office.submit("ada", new LetterCommand.DiscardHold(discarded));
    assertThat(told("ben", "was not posted.")).isEqualTo(2);

    String approved = bensSecondPost();
    office.submit("eve", new LetterCommand.ApproveHold(approved));
    assertThat(told("ben", "was approved")).isEqualTo(1);
    assertThat(told("ada", "Eve Ojo approved the message from Ben Eze")).isEqualTo(1);
  }

  private String bensSecondPost() {
    return office.submit(
        "ben",
        new ListCommand.StartThread(
            "coalition", "The memo again", Post.web("Part II is done.", null, null)));
  }

  @Test
  void whoWantsNoMailIsToldInTheBrowserOnly() {
    office.submit("ben", new ListCommand.SetDelivery("", Delivery.NONE));
    String refused = bensPost();
    office.submit("ada", new LetterCommand.RefuseHold(refused, "Part II first, please."));

    assertThat(texts("ben")).noneMatch(t -> t.contains("was not posted"));
    assertThat(told("eve", "Ada Obi rejected the message from Ben Eze")).isEqualTo(1);
  }

  @Test
  void whereMailHoldsNoWordsNoneOfThisDoes() {
    office.submit(
        "ada", new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.ALL, List.of())));
    String hold = strangersLetter();
    office.delivered().later(DAY.plusHours(1)).delivered();
    office.submit("eve", new LetterCommand.RefuseHold(hold, "This list is closed."));

    for (String person : List.of("ada", "eve", "uche")) {
      assertThat(office.delivered().lettersOf(person)).isNotEmpty();
      for (RawLetter letter : office.lettersOf(person)) {
        assertThat(new String(letter.toBytes(), StandardCharsets.UTF_8))
            .doesNotContain("May I join", "Hello", "closed");
      }
    }
  }
}
