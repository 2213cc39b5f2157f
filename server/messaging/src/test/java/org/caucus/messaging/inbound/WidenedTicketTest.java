package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An answer to what fewer read when it was sent: its author is asked before more read that. */
class WidenedTicketTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String CHIKA = "chika@chirp.example";
  private static final String AMINA = "amina@rights.example";

  private static String letter(String from, String id, @Nullable String answers, String text) {
    String references = answers == null ? "" : "In-Reply-To: <" + answers + ">\n";
    return "From: %s\nTo: coalition@caucus.example\nSubject: Removal\nMessage-ID: <%s>\n%s\n%s\n"
        .formatted(from, id, references, text);
  }

  private Ref issueFor(Audience audience) {
    office.submit(
        "bola",
        new IssueCommand.OpenIssue(
            "COP", "Removal", "Old words", "", List.of(), null, audience, null));
    return Ref.to(Ref.Kind.ISSUE, office.events(IssueEvent.IssueOpened.class).getLast().id());
  }

  private String ticket(String seat) {
    return office.tickets.address(
        "cop", InboundPostOffice.DOMAIN, office.state().sequence(), office.seats.get(seat));
  }

  private void widen(String who, Ref of) {
    office.submit(
        who, Shown.change(office.state(), office.seats.get(who), of, Audience.everyone()));
  }

  private Hold held() {
    return office.state().letters().holds().values().stream()
        .filter(Hold::open)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAnswerByATicketOfTheNarrowerTimeWaitsForItsAuthorsWord() throws IOException {
    Ref issue = issueFor(Audience.civilSociety());
    String then = ticket("amina");
    widen("bola", issue);

    office.post(AMINA, then, letter(AMINA, "r1@rights.example", null, "Between us"));

    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    Hold hold = held();
    assertThat(hold.reasons()).containsExactly(RefusalMessages.WIDENED);
    assertThat(hold.awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(hold.seat()).isEqualTo(office.seats.get("amina"));
    office.submit("amina", new LetterCommand.ApproveHold(hold.id()));
    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().audience())
        .isEqualTo(Audience.everyone());
  }

  @Test
  void aTicketOfTheWiderTimeIsPostedAtOnce() throws IOException {
    Ref issue = issueFor(Audience.civilSociety());
    widen("bola", issue);
    office.submit(
        "bola",
        new IssueCommand.EditIssue(
            issue.id(), null, "Removal within a day", null, null, null, null, false, null));

    office.post(AMINA, ticket("amina"), letter(AMINA, "r2@rights.example", null, "For all"));

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
  }

  @Test
  void whoNamesFewerInTheFirstLineIsNotAsked() throws IOException {
    Ref issue = issueFor(Audience.civilSociety());
    String then = ticket("amina");
    widen("bola", issue);

    office.post(
        AMINA,
        then,
        letter(AMINA, "r3@rights.example", null, "Audience: civil society\n\nBetween us"));

    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().audience())
        .isEqualTo(Audience.civilSociety());
  }

  @Test
  void whatMoreReadThanItsWordsIsAskedAboutAsTheChangeItIs() throws IOException {
    Ref issue = issueFor(Audience.everyone());

    office.post(
        AMINA,
        ticket("amina"),
        letter(
            AMINA,
            "r4@rights.example",
            null,
            "Audience: civil society\nState: done\n\nBetween us"));

    assertThat(held().reasons()).containsExactly(RefusalMessages.CHANGES);
    office.submit("amina", new LetterCommand.ApproveHold(held().id()));
    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().audience())
        .isEqualTo(Audience.civilSociety());
    assertThat(office.state().issues().find(issue.id()).orElseThrow().state().closed()).isTrue();
  }

  @Test
  void anAnswerToAReleasedEntryByItsHeadersWaitsToo() throws IOException {
    office.post(
        BOLA,
        "coalition@caucus.example",
        letter(BOLA, "m1@press.example", null, "Audience: civil society\n\nOur memo"));
    var memo = office.events(EntryEvent.EntryPosted.class).getFirst();
    assertThat(memo.audience()).isEqualTo(Audience.civilSociety());
    widen("bola", memo.parent());
    widen("bola", Ref.to(Ref.Kind.ENTRY, memo.id()));

    office.post(
        AMINA,
        "coalition@caucus.example",
        letter(AMINA, "a1@rights.example", "m1@press.example", "I agree, between us"));
    office.post(
        CHIKA,
        "coalition@caucus.example",
        letter(CHIKA, "a2@chirp.example", "m1@press.example", "Thank you for letting us read it"));

    assertThat(office.events(LetterEvent.LetterHeld.class)).hasSize(1);
    assertThat(held().seat()).isEqualTo(office.seats.get("amina"));
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(2);
  }

  @Test
  void whatItsAuthorIsAskedAboutGoesToNoMoreThanTheyWereAskedAbout() throws IOException {
    Ref issue = issueFor(Audience.civilSociety());
    String then = ticket("amina");
    office.submit(
        "bola",
        Shown.change(
            office.state(), office.seats.get("bola"), issue, Audience.withCompany("chirp")));
    office.post(AMINA, then, letter(AMINA, "r4@rights.example", null, "Between us"));
    Hold hold = held();
    widen("bola", issue);

    office.submit("amina", new LetterCommand.ApproveHold(hold.id()));

    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().audience())
        .isEqualTo(Audience.withCompany("chirp"));
  }
}
