package org.caucus.views.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.handover.HandoverCommand.HandOver;
import org.caucus.coalition.access.handover.HandoverCommand.Passing;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.ChannelChoice;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.notifications.rules.NotificationReasons;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rings for whom, and why. */
class NotificationInboxTest {
  private final Given coalition = Given.coalition();

  private static IssueCommand issue(@Nullable Audience audience, SeatId... assignees) {
    return new IssueCommand.OpenIssue(
        "COP", "Removal within 24 hours", "", "", List.of(assignees), null, audience, null);
  }

  private static List<NotificationReason> why(Given given, SeatId seat) {
    return NotificationInbox.rings(given.state(), seat, given.at()).stream()
        .map(NotificationInbox.Ring::why)
        .toList();
  }

  @Test
  void whatIsOnlyNewDoesNotRingButWhatIsOnesOwnToDoDoes() {
    Given opened = coalition.commits(Parties.AMINA, issue(null, Parties.BOLA));

    assertThat(why(opened, Parties.BOLA)).containsExactly(NotificationReason.ASSIGNED);
    assertThat(why(opened, Parties.CHIKA)).isEmpty();
    assertThat(why(opened, Parties.AMINA)).as("her own act").isEmpty();
  }

  @Test
  void anAnswerRingsForWhomItAnswersInAThreadToo() {
    Given asked =
        coalition.commits(
            Parties.BOLA,
            new ListCommand.StartThread(
                "coalition", "The memo", Post.web("Who reads it first?", null, null)));
    Given answered =
        asked.commits(
            Parties.CHIKA,
            new ListCommand.AnswerThread(Given.THING, Post.web("We can.", null, null)));

    assertThat(why(asked, Parties.CHIKA)).isEmpty();
    assertThat(why(answered, Parties.BOLA)).containsExactly(NotificationReason.REPLY);
    assertThat(why(answered, Parties.VERA)).as("who only reads along").isEmpty();
  }

  @Test
  void whoFollowsHearsAndWhoMutedHearsOnlyWhatIsForThemInParticular() {
    Given opened = coalition.commits(Parties.AMINA, issue(null, Parties.BOLA));
    Ref it = Ref.to(Ref.Kind.ISSUE, Given.THING);
    Given chosen =
        opened
            .commits(Parties.CHIKA, new ListCommand.ChooseThing(it, ThreadPreference.FOLLOW))
            .commits(Parties.BOLA, new ListCommand.ChooseThing(it, ThreadPreference.MUTE))
            .commits(
                Parties.AMINA, new IssueCommand.CommentIssue(it.id(), Post.web("x", null, null)));

    assertThat(why(chosen, Parties.CHIKA)).startsWith(NotificationReason.FOLLOWED);
    assertThat(why(chosen, Parties.BOLA)).as("muted as a whole").isEmpty();
    Given again =
        chosen.commits(
            Parties.AMINA,
            new IssueCommand.CommentIssue(
                it.id(),
                Post.web("For you.", null, Audience.named(List.of(Parties.AMINA, Parties.BOLA)))));
    assertThat(why(again, Parties.BOLA)).isNotEmpty();
  }

  @Test
  void whoMutedWhatTheyHaveIsNotRungWhenItIsGivenToAnotherAsWell() {
    Given opened = coalition.commits(Parties.AMINA, issue(null, Parties.BOLA));
    Ref it = Ref.to(Ref.Kind.ISSUE, Given.THING);
    Given shared =
        opened
            .commits(Parties.BOLA, new ListCommand.ChooseThing(it, ThreadPreference.MUTE))
            .later(Duration.ofMinutes(1))
            .commits(Parties.AMINA, assigned(it, Parties.BOLA, Parties.CHIKA));

    assertThat(why(shared, Parties.BOLA)).as("theirs before, and muted").isEmpty();
    assertThat(why(shared, Parties.CHIKA))
        .as("theirs from now on")
        .contains(NotificationReason.ASSIGNED);
    Given back =
        shared
            .later(Duration.ofMinutes(1))
            .commits(Parties.AMINA, assigned(it, Parties.CHIKA))
            .later(Duration.ofMinutes(1))
            .commits(Parties.AMINA, assigned(it, Parties.CHIKA, Parties.BOLA));
    assertThat(why(back, Parties.BOLA))
        .as("given anew")
        .containsExactly(NotificationReason.ASSIGNED);
  }

  @Test
  void whoMutedWhatTheyOwnIsNotRungWhenItIsSaidThatTheyOwnIt() {
    Given planned = coalition.commits(Parties.BOLA, Parties.call(Audience.everyone()));
    Ref it = Ref.to(Ref.Kind.ACTION, Given.THING);
    Given again =
        planned
            .commits(Parties.BOLA, new ListCommand.ChooseThing(it, ThreadPreference.MUTE))
            .commits(
                Parties.AMINA,
                new ActionCommand.EditAction(
                    it.id(), null, null, null, null, Parties.BOLA, null, "Here", null));

    assertThat(why(again, Parties.BOLA)).isEmpty();
  }

  private static IssueCommand assigned(Ref issue, SeatId... to) {
    return new IssueCommand.EditIssue(
        issue.id(), null, null, null, null, null, List.of(to), false, null);
  }

  @Test
  void aMentionRingsForThoseItMeansWhateverElseTheyHaveToDoWithIt() {
    Given said =
        coalition.commits(
            Parties.AMINA,
            new ListCommand.StartThread(
                "coalition", "The memo", Post.web("@Bola and @chirp", null, Audience.everyone())));

    assertThat(why(said, Parties.BOLA)).containsExactly(NotificationReason.MENTIONED);
    assertThat(why(said, Parties.CHIKA)).containsExactly(NotificationReason.MENTIONED);
    assertThat(why(said, Parties.VERA)).isEmpty();
    assertThat(why(said, Parties.AMINA)).as("her own act").isEmpty();

    Given described =
        coalition
            .commits(Parties.AMINA, issue(null, Parties.BOLA))
            .commits(
                Parties.AMINA,
                new IssueCommand.EditIssue(
                    Given.THING, null, null, "For @Vera", null, null, null, false, null));
    assertThat(why(described, Parties.VERA)).containsExactly(NotificationReason.MENTIONED);
  }

  @Test
  void ofAMutedThingOnlyTheOwnNameRingsAndNothingWhereMentionsAreMuted() {
    Ref it = Ref.to(Ref.Kind.ISSUE, Given.THING);
    Given muted =
        coalition
            .commits(Parties.AMINA, issue(null, Parties.BOLA))
            .commits(Parties.BOLA, new ListCommand.ChooseThing(it, ThreadPreference.MUTE));

    assertThat(why(comments(muted, "@everyone look"), Parties.BOLA)).isEmpty();
    assertThat(why(comments(muted, "@Bola look"), Parties.BOLA))
        .containsExactly(NotificationReason.MENTIONED);
    Given deaf =
        coalition
            .commits(Parties.AMINA, issue(null))
            .commits(
                Parties.BOLA,
                new ListCommand.ChoosePersonalMail(
                    PersonalMailSettings.USUAL.hearing(
                        NotificationReason.MENTIONED, NotificationChannel.MUTE),
                    Delivery.EACH));
    assertThat(why(comments(deaf, "@Bola look"), Parties.BOLA)).isEmpty();
  }

  private static Given comments(Given given, String text) {
    return given.commits(
        Parties.AMINA,
        new IssueCommand.CommentIssue(Given.THING, Post.web(text, null, Audience.everyone())));
  }

  @Test
  void aKindThatIsMutedDoesNotRing() {
    Given quiet =
        coalition.commits(
            Parties.BOLA,
            new ListCommand.ChoosePersonalMail(
                PersonalMailSettings.USUAL.hearing(
                    List.of(
                        new ChannelChoice(NotificationReason.ASSIGNED, NotificationChannel.MUTE))),
                Delivery.EACH));

    assertThat(why(quiet.commits(Parties.AMINA, issue(null, Parties.BOLA)), Parties.BOLA))
        .isEmpty();
  }

  @Test
  void whatIsSaidToAFewByNameRingsForThemAndNobodyElse() {
    Audience two = Audience.named(List.of(Parties.AMINA, Parties.CHIKA));
    Given said = coalition.commits(Parties.AMINA, issue(two));

    assertThat(why(said, Parties.CHIKA)).containsExactly(NotificationReason.NAMED);
    assertThat(why(said, Parties.BOLA)).isEmpty();
    assertThat(why(said, Parties.VERA)).isEmpty();
  }

  @Test
  void aQuestionRingsForTheCompanyThatIsAsked() {
    Given posted =
        coalition.commits(
            Parties.CHIKA,
            new UpdateCommand.PostUpdate(
                null,
                Update.Kind.STATUS,
                Update.Stage.NOTED,
                "A form for notices",
                "In trial.",
                Update.Attribution.ON_RECORD,
                null,
                null));
    SeatId colleague = new SeatId("colleague");
    Given joined = posted.and(Parties.seat(colleague, "chirp", Role.LIAISON, null));
    Given asked =
        joined.commits(
            Parties.BOLA,
            new UpdateCommand.CommentUpdate(
                Given.THING, Post.web("In which languages?", null, null), true));

    assertThat(why(asked, colleague)).containsExactly(NotificationReason.REQUEST);
    assertThat(why(asked, Parties.CHIKA)).as("hers to answer for").hasSize(1);
    assertThat(why(asked, Parties.VERA)).isEmpty();
  }

  @Test
  void thatNobodyAnswersForARequestAnyMoreRingsForThoseWhoSpokeAboutIt() {
    Ref request = Ref.to(Ref.Kind.UPDATE, Given.THING);
    Given spoken =
        coalition
            .commits(
                Parties.CHIKA,
                new UpdateCommand.PostUpdate(
                    null,
                    Update.Kind.REQUEST,
                    Update.Stage.IN_REVIEW,
                    "Two more weeks",
                    "For the trial.",
                    Update.Attribution.ON_RECORD,
                    null,
                    null))
            .commits(
                Parties.BOLA,
                new UpdateCommand.CommentUpdate(
                    request.id(), Post.web("We can wait.", null, null), false));
    Given left =
        spoken.commits(
            Parties.CHIKA, new HandOver(Parties.CHIKA, null, List.of(new Passing(request, null))));

    assertThat(why(spoken, Parties.BOLA)).hasSize(1);
    assertThat(why(left, Parties.BOLA)).hasSize(2).containsOnly(NotificationReason.FOLLOWED);
  }

  @Test
  void whatCannotBeReadAnyMoreRingsNoMore() {
    Given opened = coalition.commits(Parties.AMINA, issue(null, Parties.BOLA));
    Given ended = opened.and(new MemberEvent.SeatEnded(Parties.BOLA));

    assertThat(why(ended, Parties.BOLA)).isEmpty();
  }

  /** Else anyone who waits for a ring to go counts what was said behind their back. */
  @Test
  void howMuchIsSaidThatOneCannotReadSilencesNothing() {
    Given opened = coalition.commits(Parties.AMINA, issue(null, Parties.CHIKA));
    Workspace now = opened.state();
    for (int i = 0; i < NotificationInbox.MOST_COMMITS; i++) {
      Event hidden =
          new ListEvent.ThreadStarted(
              "t" + i, "coalition", "Among us", Audience.civilSociety(), Parties.AMINA);
      long next = now.sequence() + 1;
      now =
          now.evolve(new Commit(next, "c" + i, opened.at(), Parties.AMINA, null, List.of(hidden)));
    }

    assertThat(NotificationInbox.rings(now, Parties.CHIKA, opened.at())).hasSize(1);
  }

  @Test
  void whoComesLaterIsNotRungForWhatWasBefore() {
    Given opened = coalition.commits(Parties.AMINA, issue(null, Parties.BOLA));
    SeatId heir = new SeatId("heir");
    Given handed =
        opened
            .later(Duration.ofMinutes(1))
            .and(Parties.seat(heir, "press", Role.MEMBER, Parties.BOLA))
            .and(new MemberEvent.SeatEnded(Parties.BOLA));
    Given said =
        handed.commits(
            Parties.AMINA,
            new IssueCommand.CommentIssue(Given.THING, Post.web("Any news?", null, null)));

    assertThat(why(said, heir))
        .as("the issue is theirs now")
        .containsExactly(NotificationReason.ASSIGNED);
  }

  /**
   * What open streams are told of is what the page says: no ring is missed, none is for nothing.
   */
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whoIsRungIsWhoHears(@ForAll long seed) {
    Workspace now = Given.coalition().state();
    for (Doings.Step step : Doings.history(seed, 40)) {
      now = now.evolve((Commit) step.on(now));
    }
    for (Commit commit : now.history()) {
      Set<SeatId> hear = new HashSet<>();
      for (Seat seat : now.members().all()) {
        for (Event event : commit.events()) {
          NotificationReasons.of(now, commit, event)
              .why(seat.id())
              .filter(k -> k != NotificationReason.NEW)
              .ifPresent(k -> hear.add(seat.id()));
        }
      }
      assertThat(NotificationInbox.rung(now, commit)).isEqualTo(hear);
      assertThat(hear).allMatch(commitReadable(now, commit)::contains);
    }
  }

  private static Set<SeatId> commitReadable(Workspace now, Commit commit) {
    Set<SeatId> readers = new HashSet<>();
    for (Seat seat : now.members().active()) {
      if (!now.visible(commit, seat.id()).isEmpty()) {
        readers.add(seat.id());
      }
    }
    return readers;
  }
}
