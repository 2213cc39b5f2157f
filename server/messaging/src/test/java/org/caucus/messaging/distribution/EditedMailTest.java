package org.caucus.messaging.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.notifications.AtPostOffice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was edited or deleted before it left goes as it is now. Real SMTP throughout. */
class EditedMailTest extends AtPostOffice {
  private static final String BEFORE = "Providers answer within 24 hours.";
  private static final String AFTER = "Providers answer within 48 hours.";

  private String starts() {
    return starts(BEFORE);
  }

  private void edits(String entry) {
    office.submit("ada", new RevisionCommand.EditEntry(entry, AFTER, 1, List.of()));
  }

  private String starts(String words) {
    String thread =
        office.submit(
            "ada", new ListCommand.StartThread("coalition", "Memo", Post.web(words, null, null)));
    return office.state().entries().under(Ref.to(Ref.Kind.THREAD, thread)).getFirst().id();
  }

  private String thread(String entry) {
    return office.state().entries().find(entry).orElseThrow().parent().id();
  }

  private void tellsEdits() {
    office.submit(
        "ada",
        new ListCommand.StyleList(
            "coalition",
            new ListStyle("", ListStyle.Answers.LIST, "", null, null, ListStyle.Edits.NEXT)));
  }

  /** As the page does: with those who have it by mail. */
  private void edits(String entry, String words, String... holders) {
    office.submit("ada", new RevisionCommand.EditEntry(entry, words, null, seats(holders)));
  }

  private void deletes(String entry, @Nullable String reason, String... holders) {
    office.submit("ada", new RevisionCommand.DeleteEntry(entry, reason, seats(holders)));
  }

  private List<SeatId> seats(String... persons) {
    return Stream.of(persons).map(office::seat).toList();
  }

  /** Letters whose first line has this word. */
  private List<String> told(String person, String word) {
    return office.lettersOf(person).stream()
        .filter(
            l ->
                ParsedLetter.of(l)
                    .text()
                    .lines()
                    .findFirst()
                    .orElse("")
                    .contains(word + " a message"))
        .map(
            l -> new String(l.toBytes(), StandardCharsets.UTF_8) + "\n" + ParsedLetter.of(l).text())
        .toList();
  }

  private void deletes(String entry) {
    office.submit("ada", new RevisionCommand.DeleteEntry(entry, null, List.of()));
  }

  private boolean got(String person, String words) {
    return office.lettersOf(person).stream()
        .anyMatch(l -> new String(l.toBytes(), StandardCharsets.UTF_8).contains(words));
  }

  @Test
  void aCopyThatHasNotLeftSaysTheNewWords() {
    String entry = starts();
    office.followed(); // parcels are in the outbox

    edits(entry);
    office.delivered();

    assertThat(got("ben", AFTER)).isTrue();
    assertThat(got("ben", BEFORE)).isFalse();
  }

  @Test
  void aCopyThatHasLeftIsFollowedByNoOther() {
    String entry = starts();
    office.delivered();
    int before = office.lettersOf("ben").size();

    edits(entry);
    office.delivered();

    assertThat(office.lettersOf("ben")).hasSize(before);
    assertThat(got("ben", AFTER)).isFalse();
  }

  @Test
  void aDigestSaysTheNewWords() {
    office.submit("lin", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
    String entry = starts();
    office.delivered();

    edits(entry);
    office.later(Duration.ofHours(25)).delivered();

    assertThat(got("lin", AFTER)).isTrue();
    assertThat(got("lin", BEFORE)).isFalse();
  }

  @Test
  void whatIsDeletedDoesNotLeave() {
    office.submit("lin", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
    String entry = starts();
    office.followed();

    deletes(entry);
    office.delivered();
    office.later(Duration.ofHours(25)).delivered();

    assertThat(got("ben", BEFORE)).isFalse();
    assertThat(got("lin", BEFORE)).isFalse();
  }

  /** A deletion that is undone loses no mail, be it that it was due meanwhile. */
  @Test
  void whatIsRestoredLeavesAfterAll() {
    String entry = starts();
    office.followed();

    deletes(entry);
    office.delivered();
    assertThat(got("ben", BEFORE)).isFalse();
    office.submit("ada", new RevisionCommand.RestoreEntry(entry));
    office.later(Duration.ofMinutes(2)).delivered();

    assertThat(got("ben", BEFORE)).isTrue();
  }

  @Test
  void aNoticeOfACommentSaysTheNewWordsOrNothing() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "code-cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ben",
            new IssueCommand.OpenIssue(
                "COP", "Removal", "What is due?", "", List.of(), null, null, null));
    office.submit("ada", new IssueCommand.CommentIssue(issue, Post.web(BEFORE, null, null)));
    office.submit(
        "ada", new IssueCommand.CommentIssue(issue, Post.web("Sent by mistake", null, null)));
    office.followed();
    var comments = office.state().entries().under(Ref.to(Ref.Kind.ISSUE, issue));

    edits(comments.getFirst().id());
    deletes(comments.getLast().id());
    office.later(Duration.ofMinutes(2)).delivered();

    assertThat(got("ben", AFTER)).isTrue();
    assertThat(got("ben", BEFORE)).isFalse();
    assertThat(got("ben", "Sent by mistake")).isFalse();
  }

  /**
   * Where the list tells of edits: those who have the old words, in one letter with old and new.
   */
  @Test
  void aListCanTellThoseWhoHaveTheOldWords() {
    tellsEdits();
    String entry = starts();
    office.delivered();
    office.submit("lin", new ListCommand.SetDelivery("coalition", Delivery.NONE));

    long before = office.state().sequence();

    edits(entry, AFTER + " Amended.", "ben", "lin");
    edits(entry, AFTER, "ben", "lin");
    office.later(Duration.ofMinutes(3)).delivered();

    for (long sequence = office.state().sequence(); sequence > before; sequence--) {
      office.hearsAgain(sequence); // as after a crash
    }
    office.later(Duration.ofMinutes(3)).delivered();

    assertThat(told("ben", "edited"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(letter)
                    .contains("It now says: " + AFTER + " (your email says: " + BEFORE + ")")
                    .contains("Subject: Re: Memo")
                    .doesNotContain("Amended"));
    assertThat(told("lin", "edited")).isEmpty();
    assertThat(told("ada", "edited")).isEmpty();
  }

  @Test
  void whoGotTheDigestAloneIsToldAsEverybodyWhoHasIt() {
    tellsEdits();
    office.submit("lin", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
    String entry = starts();
    office.later(Duration.ofHours(25)).delivered();

    edits(entry, AFTER, "ben", "lin");
    office.later(Duration.ofMinutes(3)).delivered();

    assertThat(told("lin", "edited")).hasSize(1);
  }

  /** Who cannot read the message any more, or got it after the edit, is told of none. */
  @Test
  void whoCannotReadItIsNotToldOfAnEdit() {
    tellsEdits();
    String entry = starts();
    office.delivered();
    Ref thread = office.state().entries().find(entry).orElseThrow().parent();

    edits(entry, AFTER, "ben", "lin");
    office.submit(
        "ada", Shown.change(office.state(), office.seat("ada"), thread, Audience.civilSociety()));
    office.later(Duration.ofMinutes(3)).delivered();

    assertThat(told("lin", "edited")).isEmpty();
    assertThat(told("ben", "edited")).hasSize(1);
  }

  @Test
  void aLongTextIsToldByThePartThatChanged() {
    tellsEdits();
    String same = "The same line of a long memo, and some more words.\n".repeat(20);
    String entry = starts(same + "Article 4: 24 hours.\n" + same);
    office.delivered();

    edits(entry, same + "Article 4: 48 hours.\n" + same, "ben");
    office.later(Duration.ofMinutes(3)).delivered();

    assertThat(told("ben", "edited"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(letter)
                    .containsSubsequence(
                        "The changed part now says:",
                        "[…]\nArticle 4: 48 hours.\n[…]",
                        "In your email it says:",
                        "[…]\nArticle 4: 24 hours.\n[…]")
                    .doesNotContain("The same line"));
  }

  /** A deletion is told when it cannot be undone any more, with what quotes the message. */
  @Test
  void aDeletionIsToldWithWhatQuotesIt() {
    tellsEdits();
    String entry = starts();
    office.submit(
        "ben",
        new ListCommand.AnswerThread(
            thread(entry), Post.web("> " + BEFORE + "\nAgreed.", null, null)));
    office.delivered();

    deletes(entry, "sent by mistake", "ben", "lin");
    office.later(Duration.ofSeconds(30)).delivered();
    assertThat(told("lin", "deleted")).isEmpty();
    office.later(Duration.ofMinutes(3)).delivered();

    assertThat(told("lin", "deleted"))
        .singleElement()
        .satisfies(
            letter ->
                assertThat(letter)
                    .contains("Ada Obi deleted a message of")
                    .contains("The reason given: sent by mistake")
                    .containsSubsequence("These messages in the thread quote it", "* Ben Eze, "));
  }

  @Test
  void aDeletionThatIsUndoneIsNotTold() {
    tellsEdits();
    String entry = starts();
    office.delivered();

    deletes(entry, null, "ben");
    office.submit("ada", new RevisionCommand.RestoreEntry(entry));
    office.later(Duration.ofMinutes(3)).delivered();

    assertThat(told("ben", "deleted")).isEmpty();
  }

  /** The answer to the letter about an edit is an answer to the message. */
  @Test
  void anAnswerToItIsOneToTheMessage() {
    tellsEdits();
    String entry = starts();
    office.delivered();
    edits(entry, AFTER, "ben");
    office.later(Duration.ofMinutes(3)).delivered();
    String letter = told("ben", "edited").getFirst();

    String ticket = letter.split("\\+r\\.", 2)[1].split("@", 2)[0];

    assertThat(office.replies.open(ticket, office.state()))
        .hasValueSatisfying(answered -> assertThat(answered.entry()).isEqualTo(entry));
  }

  @Test
  void somebodyWhomTheNewWordsMentionIsTold() {
    String entry = starts();
    office.delivered();

    office.submit(
        "ada", new RevisionCommand.EditEntry(entry, AFTER + " @Ben, agreed?", 1, List.of()));
    office.delivered();

    assertThat(got("ben", AFTER)).isTrue();
    assertThat(got("lin", AFTER)).isFalse();
  }
}
