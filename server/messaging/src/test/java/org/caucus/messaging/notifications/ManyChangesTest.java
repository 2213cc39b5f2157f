package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.workspace.ReplyTickets.Answered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one person changes of many things within a short time is one letter. Real SMTP. */
class ManyChangesTest {
  private static final Duration WINDOW = Duration.ofMinutes(2);
  private static final int MANY = 30;
  private static final Pattern ADDRESS =
      Pattern.compile("code\\+r\\.([a-z2-7]{26})@lists\\.example");

  @TempDir Path directory;
  private PostOffice office;
  private final List<String> issues = new ArrayList<>();
  private int before;

  @BeforeEach
  void open() {
    office = new PostOffice(directory, WINDOW).founded();
    office.join("eve", "Eve Ojo", "press", Role.OBSERVER);
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    for (int i = 1; i <= MANY; i++) {
      issues.add(issue("Provision " + i, null));
    }
    settle();
  }

  /** All letters of until now are out, and their windows over. */
  private void settle() {
    for (int i = 0; i < 2; i++) {
      office.later(WINDOW).delivered();
    }
    before = office.lettersOf("ben").size();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String issue(String title, @Nullable Audience audience) {
    List<SeatId> assignees = List.of(office.seat("ben"));
    return office.submit(
        "ada", new IssueCommand.OpenIssue("COP", title, "", "", assignees, null, audience, null));
  }

  private void waits(String person, String issue) {
    office.submit(
        person,
        new IssueCommand.EditIssue(
            issue, null, null, null, null, IssueState.WAITING, null, false, null));
  }

  private List<RawLetter> letters() {
    List<RawLetter> all = office.lettersOf("ben");
    return all.subList(before, all.size());
  }

  private static String text(RawLetter letter) {
    return ParsedLetter.of(letter).text();
  }

  @Test
  void thirtyIssuesThatOnePersonChangesAreOneLetterWithOldAndNewOfEach() {
    issues.forEach(issue -> waits("ada", issue));
    office.submit("ada", new IssueCommand.CloseIssue(issues.getFirst(), IssueState.DONE, null));
    office.delivered();
    assertThat(letters()).as("it waits for more").isEmpty();
    office.later(WINDOW.dividedBy(4).multipliedBy(3)).delivered();
    office.later(WINDOW.dividedBy(4)).delivered();

    assertThat(letters()).as("and no longer than other notices").hasSize(1);
    RawLetter letter = letters().getFirst();
    assertThat(letter.value("Subject")).contains("30 items changed by Ada Obi");
    assertThat(letter.value("From").orElse("")).contains("Ada Obi via Code of Practice");
    assertThat(letter.value("Reply-To")).as("it would answer one of many").isEmpty();
    String text = text(letter);
    assertThat(text).startsWith("Ada Obi changed 30 items:\n\n* [COP-1] Provision 1\n");
    assertThat(text)
        .contains("  State: waiting (was: open)\n  State: done (was: waiting)\n")
        .contains("Who can read this: Everyone", "it is assigned to you");
    IntStream.rangeClosed(2, MANY)
        .forEach(
            i ->
                assertThat(text)
                    .containsPattern(
                        "\\* \\[COP-%1$d\\] Provision %1$d\n  State: waiting \\(was: open\\)\n  %2$s%1$d\n"
                            .formatted(
                                i, Pattern.quote("https://caucus.example/w/code/issues/COP-"))));
    assertThat(answered(text))
        .as("each is answered at an address of its own")
        .extracting(Answered::parent)
        .containsExactlyElementsOf(issues.stream().map(i -> Ref.to(Ref.Kind.ISSUE, i)).toList());
    settle();
    assertThat(letters()).isEmpty();
  }

  private List<Answered> answered(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(m -> office.replies.open(m.group(1), office.state()).orElseThrow())
        .toList();
  }

  @Test
  void oneThingAloneIsToldAsEver() {
    waits("ada", issues.getFirst());
    settleAfter();

    assertThat(letters()).hasSize(1);
    assertThat(letters().getFirst().value("Subject")).contains("Re: [COP-1] Provision 1");
    assertThat(letters().getFirst().value("Reply-To")).isPresent();
    assertThat(text(letters().getFirst()))
        .startsWith("Ada Obi changed COP-1. State: waiting (was: open)");
  }

  private void settleAfter() {
    office.later(WINDOW).delivered().later(WINDOW).delivered();
  }

  @Test
  void whatIsSaidOfOneOfThemIsToldWithThatOneAlone() {
    waits("ada", issues.get(0));
    waits("ada", issues.get(1));
    waits("ada", issues.get(2));
    office.submit(
        "lin", new IssueCommand.CommentIssue(issues.get(2), Post.web("Why?", null, null)));
    settleAfter();

    assertThat(letters()).hasSize(2);
    assertThat(letters().stream().map(ManyChangesTest::text).toList())
        .anyMatch(t -> t.startsWith("Ada Obi changed 2 items:") && !t.contains("COP-3"))
        .anyMatch(t -> t.startsWith("2 events") && t.contains("Why?") && t.contains("COP-3"));
  }

  @Test
  void oneLetterHasOneAudienceAndOneAuthorAndAMemberIsToldOnlyWhatTheyMayRead() {
    String ours = issue("Ours", Audience.civilSociety());
    settle();
    int lin = office.lettersOf("lin").size();
    office.submit("lin", new IssueCommand.WatchIssue(issues.get(0), true));
    office.submit("lin", new IssueCommand.WatchIssue(issues.get(1), true));
    waits("ada", issues.get(0));
    waits("ada", issues.get(1));
    waits("ada", ours);
    waits("ben", issues.get(2));
    settleAfter();

    assertThat(letters().stream().map(l -> l.value("Subject").orElse("")))
        .containsExactlyInAnyOrder("2 items changed by Ada Obi", "Re: [COP-CS-1] Ours");
    List<RawLetter> hers = office.lettersOf("lin");
    assertThat(hers).hasSize(lin + 1);
    assertThat(text(hers.getLast())).doesNotContain("Ours", "COP-CS");
  }

  @Test
  void whatIsNarrowedWhileItWaitsIsNotAmongThem() {
    office.submit("lin", new IssueCommand.WatchIssue(issues.get(0), true));
    office.submit("lin", new IssueCommand.WatchIssue(issues.get(1), true));
    office.submit("lin", new IssueCommand.WatchIssue(issues.get(2), true));
    for (int i = 0; i < 3; i++) {
      waits("ada", issues.get(i));
    }
    office.followed();
    int lin = office.lettersOf("lin").size();
    office.submit(
        "ada",
        Shown.change(
            office.state(),
            office.seat("ada"),
            Ref.to(Ref.Kind.ISSUE, issues.get(1)),
            Audience.civilSociety()));
    settleAfter();

    assertThat(office.lettersOf("lin")).hasSize(lin + 1);
    assertThat(text(office.lettersOf("lin").getLast()))
        .startsWith("Ada Obi changed 2 items:")
        .doesNotContain("COP-2]");
  }

  @Test
  void whatIsReadAgainAfterACrashIsToldOnce() {
    issues.subList(0, 5).forEach(issue -> waits("ada", issue));
    office.followed();
    long last = office.state().sequence();
    office.later(WINDOW.dividedBy(4).multipliedBy(3));
    for (int i = 0; i < 5; i++) {
      office.hearsAgain(last - i);
    }
    settleAfter();
    for (int i = 0; i < 5; i++) {
      office.hearsAgain(last - i);
    }
    settleAfter();

    assertThat(letters()).hasSize(1);
    assertThat(text(letters().getFirst())).startsWith("Ada Obi changed 5 items:");
  }
}
