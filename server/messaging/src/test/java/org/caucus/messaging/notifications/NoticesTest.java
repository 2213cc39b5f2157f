package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.QuietHours;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.mail.IssueMailFields;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.notifications.accounts.SignInMail;
import org.caucus.messaging.notifications.autoreply.AutoReplyLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anyone who lives in their mail hears of what concerns them, and can answer there. */
class NoticesTest {
  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String openIssue(Audience audience) {
    return office.submit(
        "ada",
        new IssueCommand.OpenIssue(
            "COP",
            "Removal within 24 hours of notice",
            "Who decides what is unlawful?",
            "Part I",
            List.of(office.seat("ben")),
            LocalDate.of(2026, 12, 1),
            audience,
            null));
  }

  private static String text(RawLetter letter) {
    return ParsedLetter.of(letter).text();
  }

  @Test
  void noticesOfAnIssueThreadAndAreAnsweredByTicket() {
    String id = openIssue(null);
    long opened = office.state().sequence();
    office.submit(
        "lin", new IssueCommand.CommentIssue(id, Post.web("We need a form.", null, null)));
    office.submit("ben", new IssueCommand.CloseIssue(id, IssueState.DONE, "Settled on the call."));
    office.delivered();

    String subject = "[COP-1] Removal within 24 hours of notice";
    RawLetter first = office.letterOf("ben", subject);
    assertThat(first.value("Message-ID")).contains("<" + id + "@lists.example>");
    assertThat(first.value("Auto-Submitted")).contains("auto-generated");
    assertThat(text(first))
        .contains("Ada Obi opened COP-1.")
        .contains("Provision: Part I")
        .contains("Assigned to: Ben Eze")
        .contains("Who can read this: Everyone · 3 readers")
        .contains("https://caucus.example/w/code/issues/COP-1");
    assertThat(first.value("Reply-To"))
        .contains(office.replies.address("code", "lists.example", opened, office.seat("ben")));
    List<RawLetter> later =
        office.lettersOf("ada").stream()
            .filter(l -> l.value("Subject").orElse("").equals("Re: " + subject))
            .toList();
    assertThat(later).hasSize(2);
    assertThat(later).allMatch(l -> l.value("In-Reply-To").equals(first.value("Message-ID")));
    assertThat(later.stream().map(NoticesTest::text).toList())
        .anyMatch(t -> t.contains("Lin Okoro wrote:") && t.contains("We need a form."))
        .anyMatch(t -> t.contains("closed COP-1 as done") && t.contains("Settled on the call."));
    assertThat(office.lettersOf("ada"))
        .noneMatch(l -> l.value("Subject").orElse("").equals(subject));
    assertAnswers(later.getFirst(), Ref.to(Ref.Kind.ISSUE, id), "ada");
  }

  private void mail(String id, String text, IssueMailFields asks) {
    office.submit(
        "lin",
        new LetterCommand.PostLetter(
            new LetterReply(Ref.to(Ref.Kind.ISSUE, id), null, asks), "Re: x", text, null, null));
    office.delivered();
  }

  private List<String> told() {
    return office.lettersOf("ada").stream().map(NoticesTest::text).toList();
  }

  @Test
  void aLetterThatDoesSeveralThingsIsOneNoticeAndAQuietOneIsNone() {
    String id = openIssue(null);
    office.submit("ben", new IssueCommand.CloseIssue(id, IssueState.DONE, null));
    office.delivered();
    int before = told().size();

    mail(
        id,
        "For the record only.",
        new IssueMailFields(IssueState.DONE, null, null, false, null, true));
    assertThat(told()).hasSize(before);

    LocalDate due = LocalDate.parse("2026-12-01");
    mail(
        id,
        "It is not settled.",
        new IssueMailFields(IssueState.WAITING, null, null, true, due, false));
    assertThat(told()).hasSize(before + 1);
    assertThat(told())
        .anyMatch(
            t ->
                t.contains("Lin Okoro reopened COP-1 (was: done).")
                    && t.contains("It is not settled.")
                    && t.contains("2026"));
  }

  private void assertAnswers(RawLetter notice, Ref thing, String person) {
    String reply = notice.value("Reply-To").orElseThrow();
    String ticket = reply.substring("code+r.".length(), reply.indexOf('@'));
    assertThat(office.replies.open(ticket, office.state()))
        .hasValueSatisfying(
            a -> {
              assertThat(a.parent()).isEqualTo(thing);
              assertThat(a.seat()).isEqualTo(office.seat(person));
            });
  }

  @Test
  void whatComesInQuietHoursWaitsForTheirEndAndIsAllThere() {
    int minute = office.now().atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60;
    QuietHours quiet =
        new QuietHours(
            Math.floorMod(minute - 60, QuietHours.DAY_MINUTES),
            (minute + 60) % QuietHours.DAY_MINUTES);
    office.submit(
        "ben",
        new ListCommand.ChoosePersonalMail(
            new PersonalMailSettings(ZoneOffset.UTC, true, null, quiet), Delivery.EACH));
    openIssue(null);
    office.submit(
        "ada", new ListCommand.StartThread("caucus", "The memo", Post.web("Here.", null, null)));
    office.delivered();
    assertThat(office.lettersOf("lin")).as("whose hours are not quiet").isNotEmpty();
    assertThat(office.lettersOf("ben")).as("in quiet hours").noneMatch(NoticesTest::isNews);

    office.later(Duration.ofMinutes(62)).delivered();
    assertThat(office.lettersOf("ben").stream().filter(NoticesTest::isNews)).hasSize(2);
  }

  private static boolean isNews(RawLetter letter) {
    String subject = letter.value("Subject").orElse("");
    return subject.contains("The memo") || subject.contains("Removal within 24 hours");
  }

  @Test
  void aNoticeNamesItsRuleAndWhereThatIsChanged() {
    openIssue(null);
    office.delivered();
    String subject = "[COP-1] Removal within 24 hours of notice";
    assertThat(text(office.letterOf("ben", subject)))
        .contains("You received this because it is assigned to you.")
        .contains("https://caucus.example/w/code/my-mail");
    assertThat(text(office.letterOf("lin", subject)))
        .contains("You received this because it is new and you can read it.");
  }

  @Test
  void theOtherSideHearsNothingOfACivilSocietyIssue() {
    openIssue(Audience.civilSociety());
    office.delivered();

    assertThat(office.lettersOf("ben"))
        .anyMatch(l -> text(l).contains("Who can read this: Civil society · 2 readers"));
    assertThat(office.lettersOf("lin")).noneMatch(l -> text(l).contains("24 hours"));
  }

  @Test
  void anUpdateReachesAllReadersButItsAuthor() {
    office.submit(
        "lin",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "A liaison officer is named",
            "She starts on Monday.",
            Update.Attribution.ON_RECORD,
            null,
            null));
    office.delivered();

    assertThat(text(office.letterOf("ada", "A liaison officer is named")))
        .contains("for Platform Inc (on the record)");
    assertThat(office.letterOf("ben", "A liaison officer is named")).isNotNull();
    assertThat(office.lettersOf("lin"))
        .noneMatch(l -> l.value("Subject").orElse("").contains("liaison"));
  }

  @Test
  void aStrangersLetterWaitsAndBothSidesAreTold() {
    StrangersLetter.comes(
        office, "From: Uche <uche@stranger.example>\r\nSubject: Hello\r\n\r\nMay I join?\r\n");
    office.delivered();

    RawLetter told = office.letterOf("uche", "Re: Hello");
    assertThat(told.value("Auto-Submitted")).contains("auto-replied");
    assertThat(text(told)).contains("It is pending approval").doesNotContain("May I join?");
    RawLetter asked = office.letterOf("ada", "Message pending: Hello");
    assertThat(text(asked))
        .contains("https://caucus.example/w/code/holds")
        .contains("uche@stranger.example")
        .contains("  | May I join?");
    assertThat(office.lettersOf("ben"))
        .noneMatch(l -> l.value("Subject").orElse("").equals("Message pending: Hello"));

    String hold = office.state().letters().holds().keySet().iterator().next();
    office.submit("ada", new LetterCommand.RefuseHold(hold, "This list is closed."));
    office.delivered();
    assertThat(office.lettersOf("uche")).anyMatch(l -> text(l).contains("This list is closed."));
  }

  @Test
  void machinesGetNoAnswerAndNobodyMoreThanTenADay() {
    StrangersLetter.comes(
        office,
        """
        From: Uche <uche@stranger.example>
        Auto-Submitted: auto-replied
        Subject: Out of office

        Back soon
        """
            .replace("\n", "\r\n"));
    for (int i = 0; i < AutoReplyLimit.PER_DAY + 3; i++) {
      office.submit(
          null,
          new LetterCommand.RefuseLetter(
              "letter" + i,
              "cop@lists.example",
              "obi@stranger.example",
              "Hi",
              List.of(Message.of("reasons.as-written", "text", "Closed."))));
    }
    office.delivered();

    assertThat(office.lettersOf("uche")).isEmpty();
    assertThat(office.lettersOf("obi")).hasSize(AutoReplyLimit.UNPROVEN_PER_DAY);
    assertThat(office.lettersOf("obi"))
        .filteredOn(letter -> text(letter).contains("Replies resume tomorrow"))
        .hasSize(1);
  }

  private void refuse(String letter, String sender) {
    office.submit(
        null,
        new LetterCommand.RefuseLetter(
            letter,
            "code@lists.example",
            sender,
            "Hi",
            List.of(Message.of("reasons.as-written", "text", "Closed."))));
  }

  @Test
  void forgedLettersDoNotTakeAwayWhatAMemberIsToldOfTheirOwn() {
    for (int i = 0; i < AutoReplyLimit.PER_DAY + 3; i++) {
      refuse("forged" + i, "ben@home.example");
    }
    office.delivered();
    assertThat(office.lettersOf("ben")).hasSize(AutoReplyLimit.UNPROVEN_PER_DAY);

    office.submit(
        null,
        new LetterCommand.RefuseLetter(
            "own",
            "code@lists.example",
            "ben@home.example",
            "Hi",
            List.of(Message.of("reasons.as-written", "text", "Too long.")),
            true,
            "hi-1@home.example"));
    office.delivered();

    assertThat(office.lettersOf("ben"))
        .filteredOn(l -> text(l).contains("Too long."))
        .singleElement()
        .satisfies(l -> assertThat(l.value("In-Reply-To")).contains("<hi-1@home.example>"));
  }

  @Test
  void aFloodUnderManyNamesLeavesMembersWhatTheyAreTold() {
    for (int i = 0; i < AutoReplyLimit.ALL_PER_DAY; i++) {
      refuse("letter" + i, "victim" + i + "@stranger.example");
    }
    office.delivered();
    refuse("late", "late@stranger.example");
    refuse("bens", "ben@home.example");
    office.delivered();

    assertThat(office.lettersOf("late")).isEmpty();
    assertThat(office.lettersOf("ben")).anyMatch(l -> text(l).contains("Closed."));
  }

  @Test
  void aFloodUnderManyNamesBombsNeitherTheNamedNorTheConvenor() {
    for (int i = 0; i < AutoReplyLimit.ALL_PER_DAY + 5; i++) {
      office.submit(
          null,
          new LetterCommand.RefuseLetter(
              "letter" + i,
              "cop@lists.example",
              "victim" + i + "@stranger.example",
              "Hi",
              List.of(Message.of("reasons.as-written", "text", "Closed."))));
    }
    for (int i = 0; i < AutoReplyLimit.QUESTIONS_PER_DAY + 5; i++) {
      StrangersLetter.comes(
          office, "From: Uche <uche@stranger.example>\r\nSubject: Hello\r\n\r\nMay I join?\r\n");
    }
    office.delivered();

    assertThat(office.smarthost.list().stream().flatMap(c -> c.recipients().stream()))
        .filteredOn(r -> r.toString().startsWith("victim"))
        .hasSize(AutoReplyLimit.ALL_PER_DAY);
    List<RawLetter> asked =
        office.lettersOf("ada").stream()
            .filter(l -> l.value("Subject").orElse("").equals("Message pending: Hello"))
            .toList();
    assertThat(asked).hasSize(AutoReplyLimit.QUESTIONS_PER_DAY);
    assertThat(asked.stream().filter(l -> text(l).contains("no more emails about them today")))
        .hasSize(1);
  }

  @Test
  void invitesWithALinkThatOnlyWeCanMake() {
    String id =
        office.submit(
            "ada", new MemberCommand.Invite("eve@press.example", "Eve\tUdo", "press", Role.MEMBER));
    office.delivered();

    String mail = text(office.letterOf("eve", "Invitation to Code of Practice"));
    String token = office.tokens.mint(office.workspace, id);
    assertThat(mail).contains("https://caucus.example/join/" + token).contains("Press Union");
    assertThat(office.tokens.verify(token))
        .contains(new org.caucus.workspace.InvitationTokens.Invited(office.workspace, id));
    assertThat(office.tokens.verify(token.substring(0, token.length() - 2) + "aa")).isEmpty();
  }

  @Test
  void sendsACodeAtOnce() {
    office.delivered();
    office.codes.send("ada@home.example", "482913", SignInMail.Purpose.SIGN_IN).await();
    office.deliveries.idle().await();

    RawLetter code = office.letterOf("ada", "482913 is your sign-in code");
    assertThat(text(code)).contains("482913").contains("10 minutes");
    assertThat(office.smarthost.list().getFirst().sender().orElseThrow().toString())
        .startsWith("bounces+b.");
  }

  @Test
  void aLineBreakInATitleMakesNoHeader() {
    office.submit(
        "ada",
        new IssueCommand.OpenIssue(
            "COP", "Title\r\nBcc: spy@evil.example", "Body", "", List.of(), null, null, null));
    office.delivered();

    assertThat(office.lettersOf("ben"))
        .anyMatch(l -> ParsedLetter.of(l).subject().equals("[COP-1] Title  Bcc: spy@evil.example"))
        .allMatch(l -> l.value("Bcc").isEmpty());
    assertThat(office.lettersOf("spy")).isEmpty();
  }
}
