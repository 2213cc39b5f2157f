package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.mail.IssueMailFields;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words that come with a change of an issue, and have fewer readers than it: one notice tells both,
 * says whose the words are, and is counted as mail of the words for those who had them.
 */
class NarrowerWordsTest {
  private static final String WORDS = "Between us: the agency drops the day.";

  @TempDir Path directory;
  private PostOffice office;
  private Ref issue;
  private Entry said;

  @BeforeEach
  void closeWithWordsForFewer() {
    office = new PostOffice(directory, Duration.ofMinutes(2)).founded();
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    issue =
        Ref.to(
            Ref.Kind.ISSUE,
            office.submit(
                "ben",
                new IssueCommand.OpenIssue("COP", "Removal", "", "", List.of(), null, null, null)));
    office.submit("lin", new ListCommand.ChooseThing(issue, ThreadPreference.FOLLOW));
    office.later(Duration.ofMinutes(2)).delivered();
    office.submit(
        "ada",
        new LetterCommand.PostLetter(
            new LetterReply(
                issue,
                null,
                new IssueMailFields(IssueState.DONE, null, null, false, null, false),
                null),
            "Re: Removal",
            WORDS,
            null,
            Audience.civilSociety()));
    said = office.state().entries().under(issue).getLast();
    office.later(Duration.ofMinutes(2)).delivered();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private RawLetter last(String person) {
    return office.lettersOf(person).getLast();
  }

  private static String text(RawLetter letter) {
    return ParsedLetter.of(letter).text();
  }

  @Test
  void thePersonWhoReadsTheWordsIsToldWhoseTheyAre() {
    RawLetter told = last("ben");
    assertThat(text(told))
        .contains(
            "Ada Obi closed COP-1 as done (was: open).",
            WORDS,
            "Who can read this: Civil society · 2");
    assertThat(told.value("X-Audience")).contains("CIVIL_SOCIETY; readers=2");
  }

  @Test
  void thePersonWhoReadsTheIssueAloneIsToldWhoReadsThat() {
    RawLetter told = last("lin");
    assertThat(text(told))
        .contains("Ada Obi closed COP-1 as done (was: open).", "Who can read this: Everyone · 3")
        .doesNotContain("Between us");
    assertThat(told.value("X-Audience")).contains("EVERYONE; readers=3");
  }

  @Test
  void theWordsWereMailedToThoseWhoHadThemAndToNobodyElse() {
    assertThat(office.ledger().ofAll(office.state(), said, office.seat("ada")))
        .extracting(DeliveryStatusOfSeat::state)
        .containsExactly(
            DeliveryStatusOfSeat.State.OWN,
            DeliveryStatusOfSeat.State.SENT,
            DeliveryStatusOfSeat.State.OUTSIDE);
    Ref entry = Ref.to(Ref.Kind.ENTRY, said.id());
    assertThat(office.served().of(office.workspace, entry, office.seat("ada")))
        .containsExactly(office.seat("ben"));
  }
}
