package org.caucus.coalition.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A poll is never wider than what it hangs on; it has comments, and somebody who sees to it. */
class PollOnThingTest {
  private static final String POLL = Given.THING;
  private static final Ref ISSUE = Ref.to(Ref.Kind.ISSUE, "notice");
  private static final SeatId FOLA = new SeatId("fola");

  private static Given issue(Audience audience) {
    return Given.coalition()
        .and(
            new IssueEvent.IssueOpened(
                ISSUE.id(),
                "COP-1",
                "COP",
                "Notice period",
                "",
                "",
                List.of(),
                null,
                audience,
                Parties.AMINA));
  }

  private static PollCommand.OpenPoll open(@Nullable Audience audience, @Nullable Ref on) {
    return new PollCommand.OpenPoll(
            Poll.Kind.CONSENT,
            "Do we ask for 48 hours?",
            "",
            List.of(),
            Poll.VoiceOf.ORGANISATION,
            null,
            null,
            Given.START.plus(Duration.ofDays(7)),
            Poll.Silence.COUNTS_AS_NOTHING,
            Poll.Shown.LIVE,
            ZoneOffset.UTC,
            audience)
        .on(on);
  }

  private static Poll poll(Given given) {
    return given.state().polls().find(POLL).orElseThrow();
  }

  private static Set<String> readers(Given given) {
    return given.state().access().readers(poll(given).scope(given.state())).stream()
        .map(Seat::id)
        .map(SeatId::value)
        .collect(Collectors.toSet());
  }

  private static PollCommand.CommentPoll comment(String text, @Nullable Audience audience) {
    return new PollCommand.CommentPoll(POLL, Post.web(text, null, audience));
  }

  @Test
  void aPollIsNoWiderThanWhatItHangsOn() {
    Given civil = issue(Audience.civilSociety());

    civil
        .when(Parties.AMINA, open(Audience.everyone(), ISSUE))
        .refused(Refusal.Kind.INVALID, "audience");
    Given asked = civil.does(Parties.AMINA, open(null, Ref.to(Ref.Kind.ISSUE, "COP-1")));
    assertThat(poll(asked).on()).as("by its id, whichever name it was given by").isEqualTo(ISSUE);
    assertThat(poll(asked).asked().audience()).isEqualTo(Audience.civilSociety());
    assertThat(readers(asked)).doesNotContain(Parties.CHIKA.value(), Parties.VERA.value());
  }

  /** Of an issue that it cannot read a seat learns as much as of one that is not there. */
  @Test
  void nothingHangsOnWhatItsAuthorCannotReadOrWhatTakesNoPolls() {
    Given civil = issue(Audience.civilSociety());
    String hidden = civil.when(Parties.CHIKA, open(null, ISSUE)).answer();
    civil.when(Parties.CHIKA, open(null, ISSUE)).refused(Refusal.Kind.INVALID, "on");

    assertThat(hidden)
        .isEqualTo(
            civil.when(Parties.CHIKA, open(null, Ref.to(Ref.Kind.ISSUE, "nothing"))).answer());
    assertThat(civil.when(Parties.AMINA, open(null, Ref.to(Ref.Kind.TRACKER, "COP"))).answer())
        .isEqualTo(hidden);
  }

  @Test
  void aPollIsNarrowedWithWhatItHangsOnAndNotOpenedWithIt() {
    Given wide = issue(Audience.everyone()).does(Parties.AMINA, open(Audience.everyone(), ISSUE));
    assertThat(readers(wide)).contains(Parties.CHIKA.value());

    Given narrow =
        wide.does(
            Parties.AMINA,
            Shown.change(wide.state(), Parties.AMINA, ISSUE, Audience.civilSociety()));
    assertThat(readers(narrow)).doesNotContain(Parties.CHIKA.value());
    assertThat(narrow.when(Parties.CHIKA, comment("Hello?", null)).answer()).startsWith("ABSENT");

    Given again =
        narrow.does(
            Parties.AMINA, Shown.change(narrow.state(), Parties.AMINA, ISSUE, Audience.everyone()));
    assertThat(poll(again).asked().audience()).isEqualTo(Audience.civilSociety());
    assertThat(readers(again)).doesNotContain(Parties.CHIKA.value());
  }

  @Test
  void aCommentReachesThoseWhoReadThePollOrFewer() {
    Given asked = Given.coalition().does(Parties.AMINA, open(Audience.everyone(), null));

    EntryEvent.EntryPosted wide = posted(asked, Parties.CHIKA, comment("Which section?", null));
    assertThat(wide.parent()).isEqualTo(poll(asked).ref());
    assertThat(wide.audience()).isEqualTo(Audience.everyone());
    assertThat(posted(asked, Parties.BOLA, comment("Ours", Audience.civilSociety())).audience())
        .isEqualTo(Audience.civilSociety());
    Given civil = Given.coalition().does(Parties.AMINA, open(Audience.civilSociety(), null));
    civil
        .when(Parties.BOLA, comment("All", Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "audience");
    civil.when(Parties.CHIKA, comment("Me", null)).refused(Refusal.Kind.ABSENT);
    civil.when(Parties.CLAIRE, comment("Me", null)).refused(Refusal.Kind.FORBIDDEN);
  }

  private static EntryEvent.EntryPosted posted(Given given, SeatId by, PollCommand.CommentPoll c) {
    return (EntryEvent.EntryPosted) given.when(by, c).last();
  }

  /** A convenor who lets a comment in that says "agree" casts no ballot by that. */
  @Test
  void aCommentThatWaitsForAConvenorIsNeverAnAnswer() {
    Given held =
        Given.coalition()
            .does(Parties.AMINA, open(Audience.civilSociety(), null))
            .and(new LetterEvent.SeatModerated(Parties.BOLA, true, Parties.AMINA))
            .does(Parties.BOLA, comment("agree", null));
    String hold = held.state().letters().holds().keySet().iterator().next();

    Given let = held.does(Parties.AMINA, new LetterCommand.ApproveHold(hold));

    assertThat(poll(let).ballots()).isEmpty();
    assertThat(let.state().entries().under(poll(let).ref()))
        .extracting(e -> e.text())
        .containsExactly("agree");
  }

  @Test
  void whoLeavesHandsOverThePollsThatAreNotDoneWith() {
    Given asked =
        Given.coalition()
            .and(Parties.seat(FOLA, "press", Role.MEMBER, null))
            .does(Parties.BOLA, open(Audience.civilSociety(), null));

    Given left =
        asked.does(Parties.BOLA, new HandoverCommand.HandOver(Parties.BOLA, FOLA, List.of()));

    assertThat(last(left)).contains(new PollEvent.PollPassedOn(POLL, FOLA));
    assertThat(poll(left).openedBy()).isEqualTo(Parties.BOLA);
    Given decided =
        left.does(FOLA, new PollCommand.ClosePoll(POLL))
            .does(
                FOLA,
                new PollCommand.DecidePoll(
                    POLL,
                    "We do.",
                    null,
                    null,
                    LocalDate.ofInstant(Given.START, ZoneOffset.UTC).plusDays(90)));
    assertThat(duties(decided)).as("its review is to come").containsExactly(POLL);
    Given reviewed = decided.does(FOLA, new PollCommand.ReviewPoll(POLL, "It held.", null));
    assertThat(duties(reviewed)).isEmpty();
  }

  /** It is listed as left undone until somebody who reads it takes it. */
  @Test
  void aPollOfASeatThatEndedIsLeftUndone() {
    Given ended =
        Given.coalition()
            .does(Parties.BOLA, open(Audience.civilSociety(), null))
            .and(new MemberEvent.SeatEnded(Parties.BOLA));

    Given taken =
        ended.does(
            Parties.AMINA,
            new HandoverCommand.HandOver(
                Parties.BOLA,
                null,
                List.of(new HandoverCommand.Passing(poll(ended).ref(), Parties.AMINA))));

    assertThat(duties(ended)).containsExactly(POLL);
    assertThat(poll(taken).keeper()).isEqualTo(Parties.AMINA);
  }

  private static List<String> duties(Given given) {
    return given.state().duties().map(duty -> duty.thing().id()).toList();
  }

  private static List<Event> last(Given given) {
    return given.state().history().getLast().events();
  }
}
