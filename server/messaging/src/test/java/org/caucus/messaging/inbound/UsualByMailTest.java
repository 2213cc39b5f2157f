package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A letter to a tracker reaches those whom its issues usually do, unless it says otherwise. */
class UsualByMailTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String CHIKA = "chika@chirp.example";

  private int sent;

  private void mail(String from, String subject, String text) throws IOException {
    String id = "u" + ++sent + "@x.example";
    office.post(
        from,
        "provisions@caucus.example",
        "From: "
            + from
            + "\nTo: provisions@caucus.example\nSubject: "
            + subject
            + "\nMessage-ID: <"
            + id
            + ">\n\n"
            + text
            + "\n");
  }

  private Issue issue(String label) {
    return office.state().issues().find(label).orElseThrow();
  }

  private Issue opened(String title) {
    return office.state().issues().byId().values().stream()
        .filter(i -> i.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  /** Nobody chose whom they reach: the widest is met by nobody. */
  @Test
  void whereNobodyChoseItIsForTheSideOfItsAuthor() throws IOException {
    office.submit("amina", usually(null));

    mail(BOLA, "Fees", "Who pays them?");
    mail(CHIKA, "A form for notices", "We have one.");
    mail(BOLA, "Bonds", "Audience: everyone\n\nFor all to read.");

    assertThat(opened("Fees").audience()).isEqualTo(Audience.civilSociety());
    assertThat(opened("A form for notices").audience()).isEqualTo(Audience.withCompany("chirp"));
    assertThat(opened("Bonds").audience()).isEqualTo(Audience.everyone());
  }

  private static IssueCommand usually(@Nullable Audience audience) {
    return new IssueCommand.ArrangeTracker("COP", TrackerConfig.USUAL, true, audience);
  }

  @Test
  void aNewIssueReachesThoseWhomIssuesOfItsTrackerDo() throws IOException {
    office.submit("amina", usually(Audience.civilSociety()));

    mail(BOLA, "Fees", "Who pays them?");
    assertThat(issue("COP-CS-1").audience()).isEqualTo(Audience.civilSociety());

    mail(BOLA, "Bonds", "Audience: everyone\n\nFor all to read.");
    assertThat(issue("COP-1").title()).isEqualTo("Bonds");

    // a company, which would not read it itself, says it to civil society and itself
    mail(CHIKA, "A form for notices", "We have one.");
    assertThat(opened("A form for notices").audience()).isEqualTo(Audience.withCompany("chirp"));
    assertThat(office.events(LetterEvent.LetterRefused.class)).isEmpty();
  }

  @Test
  void whatQuotesFewerReadersIsOpenedForThoseWithoutAQuestion() throws IOException {
    String among = "We can live with forty-eight hours, if appeals are heard within a week.";
    String hidden =
        office.submit(
            "amina",
            new IssueCommand.OpenIssue(
                "COP", "24 hours", "", "", List.of(), null, Audience.civilSociety(), null));
    office.submit("amina", new IssueCommand.CommentIssue(hidden, Post.web(among, null, null)));
    String quoting = "> " + among + "\n\nWho says so to the agency?";
    mail(BOLA, "Who says so?", quoting);
    assertThat(office.events(LetterEvent.LetterHeld.class)).hasSize(1);

    office.submit("amina", usually(Audience.civilSociety()));
    mail(BOLA, "Who tells them?", quoting);
    assertThat(office.events(LetterEvent.LetterHeld.class)).hasSize(1);
    assertThat(issue("COP-CS-2").title()).isEqualTo("Who tells them?");
  }

  @Test
  void aStrangersLetterThatIsLetInIsForThoseToo() throws IOException {
    office.submit("amina", usually(Audience.civilSociety()));
    mail("someone@elsewhere.example", "Who decides?", "I have read of it.");
    String hold = office.events(LetterEvent.LetterHeld.class).getLast().id();
    office.submit("amina", new LetterCommand.ApproveHold(hold));
    assertThat(issue("COP-CS-1").audience()).isEqualTo(Audience.civilSociety());
  }
}
