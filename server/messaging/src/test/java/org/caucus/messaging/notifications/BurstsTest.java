package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.subscriptions.ChannelChoice;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to one thing within a short time is one letter, and what is for the morning waits.
 */
class BurstsTest {
  private static final Duration WINDOW = Duration.ofMinutes(2);
  private static final Duration A_DAY = Duration.ofHours(25);

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory, WINDOW).founded();
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String openIssue(String title) {
    return office.submit(
        "ada",
        new IssueCommand.OpenIssue(
            "COP", title, "Who decides?", "", List.of(office.seat("ben")), null, null, null));
  }

  private void say(String person, String issue, String text, @Nullable Audience audience) {
    office.submit(person, new IssueCommand.CommentIssue(issue, Post.web(text, null, audience)));
  }

  private static String text(RawLetter letter) {
    return ParsedLetter.of(letter).text();
  }

  private List<String> texts(String person) {
    return office.lettersOf(person).stream().map(BurstsTest::text).toList();
  }

  @Test
  void aBurstIsOneLetterInTheOrderInWhichItHappened() {
    String id = openIssue("Removal within 24 hours");
    say("lin", id, "We need a form.", null);
    office.submit("ada", new IssueCommand.CloseIssue(id, IssueState.DONE, "Settled."));
    office.delivered();
    assertThat(office.lettersOf("ben")).as("it waits").isEmpty();

    office.later(WINDOW).delivered();
    assertThat(office.lettersOf("ben")).hasSize(1);
    RawLetter letter = office.lettersOf("ben").getFirst();
    assertThat(letter.value("Message-ID")).contains("<" + id + "@lists.example>");
    assertThat(letter.value("From").orElse("")).doesNotContain("Ada").contains("Code of Practice");
    assertThat(letter.value("Reply-To")).isPresent();
    assertThat(text(letter))
        .startsWith("3 events within a minute:")
        .containsSubsequence("Ada Obi opened COP-1.", "Lin Okoro wrote:", "We need a form.")
        .contains("closed COP-1 as done")
        .contains("Who can read this: Everyone")
        .contains("it is assigned to you");
    assertThat(texts("lin")).singleElement().matches(t -> !t.contains("We need a form."));

    office.later(WINDOW).delivered();
    assertThat(office.lettersOf("ben")).as("never twice").hasSize(1);
  }

  @Test
  void whatCameLaterIsAnotherLetterAndAnotherThingToo() {
    String one = openIssue("Removal within 24 hours");
    openIssue("Liaison officer");
    office.later(WINDOW).delivered();
    assertThat(office.lettersOf("ben")).hasSize(2);

    say("lin", one, "A form.", null);
    office.later(WINDOW).delivered();
    assertThat(texts("ben")).hasSize(3).anyMatch(t -> t.startsWith("Lin Okoro wrote:"));
  }

  @Test
  void anAnswerToOneLetterHasOneAudience() {
    String id = openIssue("Removal within 24 hours");
    office.later(WINDOW).delivered();
    say("ada", id, "For all.", null);
    say("ada", id, "Among us.", Audience.civilSociety());
    say("ada", id, "For all again.", null);
    office.later(WINDOW).delivered();

    assertThat(texts("ben")).hasSize(3);
    assertThat(texts("ben"))
        .anyMatch(
            t -> t.contains("For all.") && t.contains("For all again.") && !t.contains("Among"))
        .anyMatch(t -> t.contains("Among us.") && t.contains("Who can read this: Civil society"));
    assertThat(texts("lin")).noneMatch(t -> t.contains("Among"));
  }

  @Test
  void whatWasNarrowedWhileItWaitedIsNotTold() {
    String id = openIssue("Removal within 24 hours");
    office.followed();
    Ref issue = Ref.to(Ref.Kind.ISSUE, id);
    office.submit(
        "ada", Shown.change(office.state(), office.seat("ada"), issue, Audience.civilSociety()));
    office.later(WINDOW).delivered();

    assertThat(office.lettersOf("lin")).isEmpty();
    assertThat(office.lettersOf("ben")).hasSize(1);
  }

  @Test
  void whatIsForTheMorningComesThenWithAllElseAndNotBefore() {
    wants(
        "ben",
        new ChannelChoice(NotificationReason.ASSIGNED, NotificationChannel.DIGEST),
        new ChannelChoice(NotificationReason.NEW, NotificationChannel.DIGEST));
    String id = openIssue("Removal within 24 hours");
    say("lin", id, "We need a form.", null);
    say("ada", id, "Among us.", Audience.civilSociety());
    office.later(WINDOW).delivered();
    assertThat(texts("ben")).isEmpty();
    assertThat(office.lettersOf("lin")).as("she did not choose").hasSize(1);

    office.later(A_DAY).delivered();
    assertThat(office.lettersOf("ben")).hasSize(1);
    RawLetter letter = office.lettersOf("ben").getFirst();
    assertThat(letter.value("Subject").orElse(""))
        .startsWith("Code of Practice: 3 notifications, ");
    assertThat(text(letter))
        .contains("* [COP-1] Removal within 24 hours", "/w/code/issues/COP-1")
        .contains(
            "We need a form.",
            "(Who can read this: Civil society · 2 readers)",
            "(Listed because it is assigned to you)")
        .contains("/w/code/my-mail");
    office.later(A_DAY).delivered();
    assertThat(office.lettersOf("ben")).hasSize(1);
  }

  @Test
  void theChoiceOfThenDecidesAndNothingComesTwice() {
    wants("ben", new ChannelChoice(NotificationReason.ASSIGNED, NotificationChannel.DIGEST));
    openIssue("For the morning");
    wants("ben");
    openIssue("At once");
    office.later(WINDOW).delivered();
    assertThat(texts("ben")).singleElement().matches(t -> t.contains("COP-2"));

    office.later(A_DAY).delivered();
    assertThat(texts("ben")).hasSize(2);
    assertThat(texts("ben").getLast()).contains("For the morning").doesNotContain("At once");
  }

  @Test
  void whatIsReadAgainIsToldOnce() {
    wants("lin", new ChannelChoice(NotificationReason.NEW, NotificationChannel.DIGEST));
    openIssue("Removal within 24 hours");
    office.followed();
    long sequence = office.state().sequence();
    office.hearsAgain(sequence);
    office.later(WINDOW).delivered();
    office.hearsAgain(sequence);
    office.later(WINDOW).delivered();
    office.later(A_DAY).delivered();
    office.hearsAgain(sequence);
    office.later(A_DAY).delivered();

    assertThat(office.lettersOf("ben")).hasSize(1);
    assertThat(office.lettersOf("lin")).hasSize(1);
  }

  @Test
  void whatLeftWithOthersIsNotToldAgainByALetterOfItsOwn() {
    String id = openIssue("Removal within 24 hours");
    say("lin", id, "We need a form.", null);
    office.followed();
    long last = office.state().sequence();
    office.later(WINDOW).delivered();
    office.hearsAgain(last - 1);
    office.hearsAgain(last);
    say("lin", id, "And a number to call.", null);
    office.later(WINDOW).delivered();

    assertThat(texts("ben").stream().filter(t -> t.contains("We need a form."))).hasSize(1);
    assertThat(texts("ben").getLast()).contains("And a number").doesNotContain("a form");
  }

  @Test
  void mailWithoutContentStaysWithoutContent() {
    wants("lin", new ChannelChoice(NotificationReason.NEW, NotificationChannel.DIGEST));
    office.submit(
        "ada",
        new ListCommand.SetMailContent(
            MailContent.of(MailContent.Mode.ALL, List.of(), MailContent.Waits.NONE)));
    String id = openIssue("Removal within 24 hours");
    say("ada", id, "A word.", null);
    office.later(WINDOW).delivered();
    office.later(A_DAY).delivered();

    assertThat(office.lettersOf("ben")).hasSize(1);
    assertThat(office.lettersOf("lin")).hasSize(1);
    for (String person : List.of("ben", "lin")) {
      assertThat(office.lettersOf(person).getFirst().value("Subject"))
          .contains("Something new in code");
      assertThat(texts(person).getFirst()).doesNotContain("Removal", "word", "COP", "Ada");
    }
  }

  @Test
  void whatAMemberWantsOnlyInTheBrowserIsNotMailed() {
    office.submit(
        "lin",
        new ListCommand.ChoosePersonalMail(
            PersonalMailSettings.USUAL.hearing(
                List.of(new ChannelChoice(NotificationReason.NEW, NotificationChannel.WEB))),
            Delivery.EACH));
    String id = openIssue("Removal within 24 hours");
    office.later(WINDOW).delivered();
    assertThat(office.lettersOf("lin")).isEmpty();
    assertThat(office.lettersOf("ben")).hasSize(1);

    office.submit(
        "lin", new ListCommand.ChooseThing(Ref.to(Ref.Kind.ISSUE, id), ThreadPreference.FOLLOW));
    office.submit(
        "ben", new ListCommand.ChooseThing(Ref.to(Ref.Kind.ISSUE, id), ThreadPreference.MUTE));
    office.submit("ada", new IssueCommand.CommentIssue(id, Post.web("So?", null, null)));
    office.later(WINDOW).delivered();
    assertThat(text(office.lettersOf("lin").getFirst())).contains("you take part in it");
    assertThat(office.lettersOf("ben")).hasSize(1);
  }

  private void wants(String person, ChannelChoice... ways) {
    office.submit(
        person,
        new ListCommand.ChoosePersonalMail(
            PersonalMailSettings.USUAL.hearing(List.of(ways)), Delivery.EACH));
  }
}
