package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.polls.BallotCommand;
import org.caucus.coalition.polls.BallotValue;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.polls.mail.NewPoll;
import org.caucus.coalition.polls.mail.PollMailFields;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of a poll by mail: those who are asked; and of a hidden answer its voice alone. */
class PollNoticesTest {
  private static final Duration WINDOW = Duration.ofMinutes(2);

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory, WINDOW).founded();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String opened() {
    String poll =
        office.submit(
            "ada",
            new PollCommand.OpenPoll(
                Poll.Kind.CONSENT,
                "Shall we sign?",
                "As it stands.",
                List.of(),
                Poll.VoiceOf.ORGANISATION,
                null,
                null,
                office.now().plus(Duration.ofDays(7)),
                Poll.Silence.NO_OBJECTION,
                Poll.Shown.AT_CLOSE,
                ZoneOffset.UTC,
                Audience.everyone()));
    office.later(WINDOW).delivered();
    return poll;
  }

  private List<String> texts(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> l.value("Subject").orElse("").contains("Shall we sign?"))
        .map(ParsedLetter::of)
        .map(ParsedLetter::text)
        .toList();
  }

  @Test
  void thoseWhoAreAskedAreToldHowToAnswerAndAHiddenAnswerComesToItsVoiceAlone() {
    String poll = opened();
    assertThat(texts("ben").getFirst()).contains("As it stands.", "object: your reason");
    assertThat(texts("lin")).as("a liaison, who is not asked").isEmpty();

    office.submit(
        "ben",
        new BallotCommand.CastBallot(
            poll, BallotValue.of(BallotValue.Stance.OBJECT), "Not section 4.", Channel.WEB));
    office.later(WINDOW).delivered();

    assertThat(texts("ben").getLast())
        .contains("Not section 4.", "Who can read this: ")
        .containsPattern("[0-9a-f]{32}")
        .as("hidden from all who read the poll")
        .doesNotContain("Who can read this: Everyone");
    assertThat(office.lettersOf("ada").stream().map(RawLetter::toString))
        .noneMatch(l -> l.contains("Not section 4."));
    assertThat(texts("ada")).noneMatch(t -> t.contains("Not section 4."));
  }

  @Test
  void onlyThoseWithoutAnAnswerAreReminded() {
    String poll = opened();
    office.submit(
        "ben",
        new BallotCommand.CastBallot(
            poll, BallotValue.of(BallotValue.Stance.AGREE), "", Channel.WEB));
    office.later(WINDOW).delivered();
    int before = texts("ben").size();

    office.later(Duration.ofDays(6));
    office.submit(null, new PollCommand.AdvancePoll(poll));
    office.later(WINDOW).delivered();

    assertThat(texts("ben")).hasSize(before);
    assertThat(texts("ada").getLast()).contains("Your answer to this poll is missing");
  }

  /** In answer to the letter, to its author alone, in words of their language. */
  @Test
  void whoOpensOneByMailIsToldThatItIsOpen() {
    PollMailFields asks =
        new PollMailFields(
            Poll.Kind.CONSENT,
            List.of(),
            Poll.VoiceOf.ORGANISATION,
            null,
            office.now().plus(Duration.ofDays(7)),
            Poll.Silence.COUNTS_AS_NOTHING,
            Poll.Shown.LIVE,
            ZoneOffset.UTC);
    EntryLetter letter = new EntryLetter("blob", "p1@home.example", null, false, List.of());
    office.submit(
        "ada",
        new LetterCommand.PostLetter(
            new NewPoll(asks), "Shall we sign?", "As it stands.", letter, Audience.everyone()));
    office.later(WINDOW).delivered();

    RawLetter told =
        office.lettersOf("ada").stream()
            .filter(l -> l.value("In-Reply-To").orElse("").contains("p1@home.example"))
            .findFirst()
            .orElseThrow();
    String page = "polls/" + office.state().polls().byId().keySet().iterator().next();
    assertThat(told.value("Subject").orElseThrow()).contains("Shall we sign?");
    assertThat(ParsedLetter.of(told).text())
        .contains("Your poll is open", "It closes on", "Who can read it: Everyone", page);
    assertThat(texts("ben").getFirst()).contains("As it stands.", "object: your reason");
  }
}
