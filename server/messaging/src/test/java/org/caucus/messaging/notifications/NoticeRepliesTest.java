package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.ChannelChoice;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.workspace.ReplyTickets.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anyone who is told of something by mail can answer it by mail, and at once. */
class NoticeRepliesTest {
  private static final Duration WINDOW = Duration.ofMinutes(2);
  private static final Duration A_DAY = Duration.ofHours(25);
  private static final Pattern ADDRESS =
      Pattern.compile("code\\+r\\.([a-z2-7]{26})@lists\\.example");

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

  private Ref posted() {
    office.submit(
        "lin",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.POSITION,
            Update.Stage.NOTED,
            "On the notice period",
            "We ask for 72 hours.",
            Update.Attribution.ON_RECORD,
            null,
            null));
    return office.state().updates().byId().values().iterator().next().ref();
  }

  private void inTheMorning(String person) {
    PersonalMailSettings chosen =
        PersonalMailSettings.USUAL.hearing(
            List.of(
                new ChannelChoice(NotificationReason.NEW, NotificationChannel.DIGEST),
                new ChannelChoice(NotificationReason.FOLLOWED, NotificationChannel.DIGEST)));
    office.submit(person, new ListCommand.ChoosePersonalMail(chosen, Delivery.EACH));
  }

  /** What the addresses in these words answer, in their order. */
  private List<Answered> answered(String words) {
    return ADDRESS
        .matcher(words)
        .results()
        .map(m -> office.replies.open(m.group(1), office.state()).orElseThrow())
        .toList();
  }

  private String text(String person) {
    RawLetter letter = office.lettersOf(person).getLast();
    return ParsedLetter.of(letter).text();
  }

  @Test
  void anUpdateThatWasPostedInTheBrowserIsAnsweredBeforeAnybodyElseDoes() {
    Ref update = posted();
    office.later(WINDOW).delivered();

    RawLetter letter = office.lettersOf("ben").getLast();
    assertThat(answered(letter.value("Reply-To").orElseThrow()))
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.parent()).isEqualTo(update);
              assertThat(a.entry()).isNull();
              assertThat(a.seat()).isEqualTo(office.seat("ben"));
            });
  }

  @Test
  void whatComesInTheMorningSaysWhereEachThingIsAnswered() {
    inTheMorning("ben");
    Ref update = posted();
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue(
                "COP", "Appeals", "Who decides?", "", List.of(), null, null, null));
    office.later(A_DAY).delivered();

    assertThat(answered(text("ben")))
        .extracting(Answered::parent)
        .containsExactly(update, Ref.to(Ref.Kind.ISSUE, issue));
    assertThat(text("ben")).contains("(To reply: code+r.", "write to the address below each item");
  }
}
