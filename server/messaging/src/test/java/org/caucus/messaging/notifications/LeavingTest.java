package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.handover.HandoverCommand.HandOver;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.workspace.ReplyTickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves by mail when somebody leaves: to them nothing more, to their successor the news. */
class LeavingTest {
  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    office.join("eve", "Eve Udo", "press", Role.MEMBER);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String openIssue(String title, String assignee) {
    List<SeatId> assignees = List.of(office.seat(assignee));
    return office.submit(
        "ada", new IssueCommand.OpenIssue("COP", title, "", "", assignees, null, null, null));
  }

  private List<String> subjects(String person) {
    return office.lettersOf(person).stream().map(l -> l.value("Subject").orElse("")).toList();
  }

  @Test
  void aNoticeThatWasQueuedIsNotSentToASeatThatEnded() {
    openIssue("Removal within 24 hours", "eve");
    office.followed();
    office.submit("ada", new MemberCommand.EndSeat(office.seat("eve")));
    office.delivered();

    assertThat(subjects("eve")).noneMatch(s -> s.contains("Removal"));
    assertThat(subjects("ben")).anyMatch(s -> s.contains("Removal"));
  }

  /** Whose mail does not arrive is told elsewhere: a notice would not arrive either. */
  @Test
  void thatMailOfASeatIsHeldBackIsToldToTheOtherConvenorsAndToNobodyElse() {
    office.submit("ada", new MemberCommand.ChangeRole(office.seat("ben"), Role.CONVENOR));
    office.submit("ada", new MemberCommand.ChangeRole(office.seat("eve"), Role.CONVENOR));
    office.delivered();
    office.submit(null, new ListCommand.SuspendMail(office.seat("eve")));
    office.delivered();

    for (String convenor : List.of("ada", "ben")) {
      assertThat(news(convenor))
          .singleElement()
          .asString()
          .contains("Email to Eve Udo has bounced on several days", "Delivery is paused.");
    }
    assertThat(news("eve")).isEmpty();
    assertThat(news("lin")).isEmpty();
    assertThat(office.letterOf("ben", "Email to Eve Udo")).as("it answers nothing").isNotNull();
  }

  private List<String> news(String person) {
    return office.lettersOf(person).stream()
        .map(l -> ParsedLetter.of(l).text())
        .filter(text -> text.contains("bounced"))
        .map(text -> text.replace('\n', ' '))
        .toList();
  }

  @Test
  void anInvitationThatWasQueuedGoesWithItsSender() {
    office.submit("ada", new MemberCommand.ChangeRole(office.seat("ben"), Role.CONVENOR));
    office.submit(
        "ben", new MemberCommand.Invite("femi@home.example", "Femi", "press", Role.MEMBER));
    office.submit(
        "ada", new MemberCommand.Invite("sade@home.example", "Sade", "press", Role.MEMBER));
    office.followed();
    office.submit("ada", new MemberCommand.EndSeat(office.seat("ben")));
    office.delivered();

    assertThat(subjects("femi")).isEmpty();
    assertThat(subjects("sade")).hasSize(1);
  }

  @Test
  void theSuccessorHearsOfEachThingAndIsNeverAskedToAnswerTwoAtOnce() {
    openIssue("Removal within 24 hours", "ben");
    openIssue("Who is a platform?", "ben");
    office.delivered();
    SeatId ben = office.seat("ben");
    office.submit("ben", new HandOver(ben, office.seat("eve"), List.of()));
    office.delivered();

    List<RawLetter> news =
        office.lettersOf("eve").stream()
            .filter(l -> ParsedLetter.of(l).text().contains("Assigned to: Eve Udo"))
            .toList();
    assertThat(news).hasSize(2);
    assertThat(news).allMatch(l -> l.value("Reply-To").isEmpty());
    long handover = office.state().sequence();
    assertThat(
            ReplyTickets.canAnswer(
                office.state(), office.state().history().getLast(), office.seat("eve")))
        .isFalse();
    String ticket = office.replies.mint(handover, office.seat("eve"));
    assertThat(office.replies.open(ticket, office.state())).isEmpty();
  }

  @Test
  void ofOneThingTheSuccessorIsToldWithTheWayToAnswer() {
    String id = openIssue("Removal within 24 hours", "ben");
    office.submit("ben", new HandOver(office.seat("ben"), office.seat("eve"), List.of()));
    office.delivered();

    RawLetter news = office.letterOf("eve", "Re: [COP-1] Removal within 24 hours");
    String reply = news.value("Reply-To").orElseThrow();
    String ticket = reply.substring("code+r.".length(), reply.indexOf('@'));
    assertThat(office.replies.open(ticket, office.state()).orElseThrow().parent().id())
        .isEqualTo(id);
  }
}
