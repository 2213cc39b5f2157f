package org.caucus.messaging.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.receipts.DeliveryReceipts;
import org.caucus.messaging.notifications.AtPostOffice;
import org.junit.jupiter.api.Test;

/** What is narrowed is not sent any more; who was sent it before is named. Real SMTP throughout. */
class NarrowedTest extends AtPostOffice {
  private static final String MEMO = "Memo to the agency";
  private static final Audience CIVIL = Audience.civilSociety();

  private String starts(String text, Audience audience) {
    return office.submit(
        "ada", new ListCommand.StartThread("coalition", MEMO, Post.web(text, null, audience)));
  }

  private void changes(String person, Ref of, Audience to) {
    office.submit(person, Shown.change(office.state(), office.seat(person), of, to));
  }

  private Set<SeatId> holders(Ref of, String asker) {
    DeliveryReceipts served = office.served();
    return served.of(office.workspace, of, office.seat(asker));
  }

  private boolean got(String person, String words) {
    return office.lettersOf(person).stream()
        .anyMatch(l -> new String(l.toBytes(), StandardCharsets.UTF_8).contains(words));
  }

  private static Ref thread(String id) {
    return Ref.to(Ref.Kind.THREAD, id);
  }

  @Test
  void whoWasSentItIsNamedFromTheLedger() {
    String memo = starts("The draft is attached", null);
    assertThat(holders(thread(memo), "ada")).isEmpty();

    office.delivered();

    Ref entry = Ref.to(Ref.Kind.ENTRY, first(memo));
    assertThat(holders(thread(memo), "ada"))
        .containsExactlyInAnyOrder(office.seat("ben"), office.seat("lin"));
    assertThat(holders(entry, "ada")).hasSize(2);
    assertThat(holders(thread("another"), "ada")).isEmpty();
  }

  @Test
  void whatTheAskerMayNotKnowOfIsNotLookedUp() {
    String memo = starts("For all", null);
    office.delivered();
    office.submit("ada", new ListCommand.AnswerThread(memo, Post.web("Among us", null, CIVIL)));
    office.delivered();

    assertThat(holders(Ref.to(Ref.Kind.ENTRY, last(memo)), "lin")).isEmpty();
    assertThat(holders(Ref.to(Ref.Kind.ENTRY, last(memo)), "ada")).hasSize(1);
  }

  @Test
  void digestsCountAsMailOnceTheyLeave() {
    office.submit("lin", new ListCommand.SetDelivery("coalition", Delivery.DIGEST));
    String memo = starts("The draft is attached", null);
    office.delivered();
    assertThat(holders(thread(memo), "ada")).containsExactly(office.seat("ben"));

    office.later(Duration.ofHours(25)).delivered();

    assertThat(holders(thread(memo), "ada"))
        .containsExactlyInAnyOrder(office.seat("ben"), office.seat("lin"));
  }

  @Test
  void noticesCountAsMailToo() {
    String issue = opens();
    office.delivered();

    assertThat(holders(Ref.to(Ref.Kind.ISSUE, issue), "ada"))
        .containsExactlyInAnyOrder(office.seat("ben"), office.seat("lin"));
  }

  private String opens() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "code-cop", Audience.everyone(), Audience.everyone()));
    return office.submit(
        "ada",
        new IssueCommand.OpenIssue(
            "COP", "Removal", "Within 24 hours", "", List.of(), null, null, null));
  }

  @Test
  void whatWasNarrowedBeforeItWasSentIsNotSent() {
    String memo = starts("The draft is attached", null);
    String issue = opens();
    office.submit("ada", new IssueCommand.CloseIssue(issue, IssueState.DONE, "Settled with Lin"));
    office.followed(); // parcels for everyone are in the outbox

    changes("ada", thread(memo), CIVIL);
    changes("ada", Ref.to(Ref.Kind.ISSUE, issue), CIVIL);
    office.delivered();

    assertThat(got("ben", "The draft is attached")).isTrue();
    assertThat(got("ben", "Within 24 hours")).isTrue();
    assertThat(got("lin", "The draft is attached")).isFalse();
    assertThat(got("lin", "Within 24 hours")).isFalse();
    assertThat(got("lin", "Settled with Lin")).isFalse();
    assertThat(holders(thread(memo), "ada")).containsExactly(office.seat("ben"));
  }

  @Test
  void anEntryThatItsAuthorNarrowedIsNotSent() {
    String memo = starts("For all", null);
    office.submit("ada", new ListCommand.AnswerThread(memo, Post.web("Slipped", null, null)));
    office.followed();

    changes("ada", Ref.to(Ref.Kind.ENTRY, last(memo)), CIVIL);
    office.delivered();

    assertThat(got("lin", "For all")).isTrue();
    assertThat(got("lin", "Slipped")).isFalse();
    assertThat(got("ben", "Slipped")).isTrue();
  }

  @Test
  void afterWideningOnlyWhatIsSaidFromThenOnIsSentToThoseWhoGained() {
    String memo = starts("Among ourselves", CIVIL);
    office.delivered();
    changes("ada", thread(memo), Audience.everyone());
    office.delivered();
    assertThat(got("lin", MEMO)).isFalse();

    office.submit("ben", new ListCommand.AnswerThread(memo, Post.web("To all", null, null)));
    office.delivered();

    assertThat(got("lin", "To all")).isTrue();
    assertThat(got("lin", "Among ourselves")).isFalse();
    assertThat(got("lin", first(memo))).as("nor a threading header that names it").isFalse();
  }

  @Test
  void aNoticeThatComesLateIsNotForThoseWhoCameByAWidening() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "code-cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue(
                "COP", "Removal", "Old words", "", List.of(), null, CIVIL, null));
    changes("ada", Ref.to(Ref.Kind.ISSUE, issue), Audience.everyone());
    office.delivered(); // the follower reads of the opening only now

    assertThat(got("ben", "Removal")).isTrue();
    assertThat(got("lin", "Removal")).isFalse();
  }

  private String first(String memo) {
    return office.state().entries().under(thread(memo)).getFirst().id();
  }

  private String last(String memo) {
    return office.state().entries().under(thread(memo)).getLast().id();
  }
}
