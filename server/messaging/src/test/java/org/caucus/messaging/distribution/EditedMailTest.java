package org.caucus.messaging.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.messaging.notifications.AtPostOffice;
import org.junit.jupiter.api.Test;

/** What was edited or deleted before it left goes as it is now. Real SMTP throughout. */
class EditedMailTest extends AtPostOffice {
  private static final String BEFORE = "Providers answer within 24 hours.";
  private static final String AFTER = "Providers answer within 48 hours.";

  private String starts() {
    String thread =
        office.submit(
            "ada", new ListCommand.StartThread("coalition", "Memo", Post.web(BEFORE, null, null)));
    return office.state().entries().under(Ref.to(Ref.Kind.THREAD, thread)).getFirst().id();
  }

  private void edits(String entry) {
    office.submit("ada", new RevisionCommand.EditEntry(entry, AFTER, 1, List.of()));
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
