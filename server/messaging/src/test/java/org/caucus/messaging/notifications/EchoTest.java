package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.MailFormat;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.mail.IssueMailFields;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Anyone who posts by mail is told who can read it. */
class EchoTest extends AtPostOffice {
  private void post(String list) {
    byte[] raw =
        "From: Ben <ben@home.example>\r\nSubject: Sealed memo\r\n\r\nConfidential\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter = new EntryLetter(blob, "memo@home.example", null, false, List.of());
    office.submit(
        "ben",
        new LetterCommand.PostLetter(new NewThread(list), "Sealed memo", "Confidential", letter));
    office.delivered();
  }

  private List<RawLetter> echoes(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> l.value("Subject").orElse("").equals("Posted: who can read your message"))
        .toList();
  }

  @Test
  void theAuthorAloneIsToldAudienceHeadsAndOrganisations() {
    post("caucus");

    RawLetter echo = echoes("ben").getFirst();
    assertThat(echoes("ben")).hasSize(1);
    assertThat(echoes("ada")).isEmpty();
    String text = ParsedLetter.of(echo).text();
    assertThat(text).contains("Who can read it: Civil society · 2 readers");
    assertThat(text).containsPattern("(?m)^\\S.*: 1$");
    assertThat(echo.value("Auto-Submitted")).contains("auto-replied");
    assertThat(echo.value("In-Reply-To")).contains("<memo@home.example>");
    assertThat(new String(echo.toBytes(), StandardCharsets.UTF_8))
        .doesNotContain("Sealed", "Confidential");
  }

  /**
   * A line that may be words is posted; the person who meant it as an order is told how to give
   * one.
   */
  @Test
  void linesThatWerePostedAsWordsAreNamedWithTheWayToHaveThemDone() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "provisions", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue(
                "COP", "24 hours", "So.", "", List.of(), null, Audience.everyone(), null));
    answer(issue, "Number: twelve platforms answered\n\nSealed words.");
    answer(issue, "Twelve platforms answered.");

    List<RawLetter> told = echoes("ben");
    assertThat(told).hasSize(2);
    String text = ParsedLetter.of(told.getFirst()).text();
    assertThat(text)
        .contains("posted as text: Number.", "[number=…]")
        .doesNotContain("twelve", "Sealed");
    assertThat(ParsedLetter.of(told.getLast()).text()).doesNotContain("posted as text");
  }

  private void answer(String issue, String text) {
    answer(issue, text, null);
  }

  private void answer(String issue, String text, @Nullable IssueMailFields asks) {
    byte[] raw = ("From: Ben <ben@home.example>\r\n\r\n" + text).getBytes(StandardCharsets.UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    var letter = new EntryLetter(blob, text.hashCode() + "@home.example", null, false, List.of());
    office.submit(
        "ben",
        new LetterCommand.PostLetter(
            new LetterReply(Ref.to(Ref.Kind.ISSUE, issue), null, asks),
            "Re: 24 hours",
            text,
            letter));
    office.delivered();
  }

  @Test
  void thatWhatItChangedIsNotTakenBackIsSaid() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Draft", "code-cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue("COP", "24 hours", "", "", List.of(), null, null, null));
    answer(issue, "It is twelve.");
    assertThat(ParsedLetter.of(echoes("ben").getLast()).text())
        .doesNotContain("The changes it made");

    office.submit("ada", new IssueCommand.CloseIssue(issue, IssueState.DONE, null));
    answer(issue, "Not yet.", new IssueMailFields(IssueState.OPEN, null, null, false, null, false));

    assertThat(ParsedLetter.of(echoes("ben").getLast()).text())
        .contains("You can undo the sending until", "The changes it made to COP-1 remain");
  }

  @Test
  void theEchoAloneCanBeTurnedOff() {
    office.submit(
        "ben",
        new ListCommand.ChoosePersonalMail(
            new PersonalMailSettings(ZoneOffset.UTC, false, null), Delivery.EACH));
    post("caucus");
    assertThat(echoes("ben")).isEmpty();
    assertThat(office.letterOf("ada", "Sealed memo")).isNotNull();
  }

  @Test
  void theEchoIsTextAloneForAnyoneWhoChoseThat() {
    post("caucus");
    assertThat(echoes("ben").getLast().value("Content-Type")).get().asString().contains("alternat");

    office.submit(
        "ben",
        new ListCommand.ChoosePersonalMail(
            PersonalMailSettings.USUAL.in(MailFormat.TEXT), Delivery.EACH));
    second("Second memo");
    assertThat(echoes("ben").getLast().value("Content-Type")).get().asString().contains("plain");
  }

  private void second(String subject) {
    byte[] raw =
        ("From: Ben <ben@home.example>\r\n\r\n" + subject).getBytes(StandardCharsets.UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter = new EntryLetter(blob, "second@home.example", null, false, List.of());
    office.submit(
        "ben", new LetterCommand.PostLetter(new NewThread("caucus"), subject, subject, letter));
    office.delivered();
  }

  @Test
  void whatWasWrittenInTheBrowserHasNoEcho() {
    office.submit(
        "ben", new ListCommand.StartThread("caucus", "Memo", Post.web("Draft", null, null)));
    office.delivered();
    assertThat(echoes("ben")).isEmpty();
  }
}
