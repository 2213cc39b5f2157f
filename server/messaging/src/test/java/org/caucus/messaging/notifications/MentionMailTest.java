package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.mentions.Mention;
import org.caucus.coalition.mentions.Mentions;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mention is mailed at once, and once. */
class MentionMailTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void founded() {
    office = new PostOffice(directory, WINDOW).founded();
    office.join("mo", "Mo Sani", "platform", Role.LIAISON);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private List<String> letters(String person, String words) {
    return office.lettersOf(person).stream()
        .map(l -> ParsedLetter.of(l).text())
        .filter(text -> text.contains(words))
        .toList();
  }

  private void hears(String person, NotificationReason kind, NotificationChannel way) {
    PersonalMailSettings now = office.state().lists().habits().now(office.seat(person));
    office.submit(
        person, new ListCommand.ChoosePersonalMail(now.hearing(kind, way), Delivery.EACH));
  }

  private void wants(String person, Delivery mode) {
    office.submit(
        person,
        new ListCommand.ChooseDelivery(
            "coalition", new DeliveryPreference(mode, false, false, false, null)));
  }

  private String thread(String text) {
    String id =
        office.submit(
            "ada",
            new ListCommand.StartThread(
                "coalition", "The memo", Post.web(text, null, Audience.everyone())));
    office.delivered();
    return id;
  }

  private String issue() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    return office.submit(
        "ada", new IssueCommand.OpenIssue("COP", "Notices", "", "", List.of(), null, null, null));
  }

  @Test
  void allOfAnOrganisationAreToldAtOnceUnderAnIssueWithTheReason() {
    String issue = issue();
    office.submit(
        "ada",
        new IssueCommand.CommentIssue(
            issue, Post.web("@platform, can you answer by Friday?", null, Audience.everyone())));
    office.delivered();

    for (String person : List.of("lin", "mo")) {
      assertThat(letters(person, "by Friday?"))
          .as(person)
          .singleElement()
          .satisfies(
              text ->
                  assertThat(text)
                      .contains("Ada Obi mentioned your organisation and wrote:")
                      .contains("because it mentions you, your organisation or a group"));
    }
    assertThat(letters("ben", "by Friday?")).isEmpty();
  }

  @Test
  void aMentionOnAListComesOnceHoweverItsMailComes() {
    wants("ben", Delivery.DIGEST);
    wants("mo", Delivery.NONE);

    thread("Who reads it? @Ben Eze, @platform");

    assertThat(letters("ben", "Who reads it?"))
        .as("at once, though the list is a digest")
        .hasSize(1);
    assertThat(letters("mo", "Who reads it?"))
        .as("a notice, though the list sends nothing")
        .singleElement()
        .satisfies(text -> assertThat(text).contains("mentioned your organisation and wrote:"));
    assertThat(letters("lin", "Who reads it?")).as("the copy of the list").hasSize(1);
    office.later(Duration.ofDays(2)).delivered();
    assertThat(letters("ben", "Who reads it?")).as("no digest repeats it").hasSize(1);
  }

  @Test
  void whoMutesMentionsOrTheThingIsNotMailed() {
    wants("mo", Delivery.NONE);
    wants("ben", Delivery.DIGEST);
    hears("mo", NotificationReason.MENTIONED, NotificationChannel.WEB);
    hears("ben", NotificationReason.MENTIONED, NotificationChannel.MUTE);
    String issue = issue();
    office.submit(
        "lin", new ListCommand.ChooseThing(Ref.to(Ref.Kind.ISSUE, issue), ThreadPreference.MUTE));

    thread("Hello @Ben Eze, @Mo Sani");
    office.submit(
        "ada",
        new IssueCommand.CommentIssue(
            issue, Post.web("@Lin Okoro, look.", null, Audience.everyone())));
    office.later(WINDOW).delivered();

    assertThat(letters("mo", "Hello")).isEmpty();
    assertThat(letters("ben", "Hello")).isEmpty();
    assertThat(letters("lin", "look.")).as("it rings, and nothing is mailed").isEmpty();
  }

  @Test
  void aLetterMentionsInItsAuthorsOwnWordsAndItsAuthorHearsOfNamesThatToldNobody() {
    String text = "@Ben Eze, see what @Lin Okoro says.\n\nOn 3 June 2026, Ada wrote:\n> @Ada Obi\n";
    byte[] raw =
        ("From: Ada <ada@home.example>\r\nSubject: News\r\n\r\n" + text.replace("\n", "\r\n"))
            .getBytes(StandardCharsets.US_ASCII);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter = new EntryLetter(blob, "news@home.example", null, false, List.of());
    PersonalMailSettings now = office.state().lists().habits().now(office.seat("ada"));
    office.submit("ada", new ListCommand.ChoosePersonalMail(now.echoing(false), Delivery.EACH));

    String thread =
        office.submit(
            "ada", new LetterCommand.PostLetter(new NewThread("caucus"), "News", text, letter));
    office.delivered();

    String entry = office.state().entries().under(Ref.to(Ref.Kind.THREAD, thread)).getFirst().id();
    assertThat(Mentions.of(office.state()).in(Ref.to(Ref.Kind.ENTRY, entry)))
        .extracting(Mention::name)
        .containsExactly("Ben Eze");
    assertThat(letters("ada", "Not notified"))
        .as("also who wants no other word of what they posted")
        .singleElement()
        .satisfies(told -> assertThat(told).contains("outside the audience: Lin Okoro."));
    assertThat(office.lettersOf("lin")).noneMatch(l -> ParsedLetter.of(l).text().contains("says"));
  }
}
