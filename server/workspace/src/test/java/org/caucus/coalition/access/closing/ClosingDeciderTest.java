package org.caucus.coalition.access.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.closing.ClosingCommand.ClosePlace;
import org.caucus.coalition.access.closing.ClosingCommand.ReopenPlace;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.ThreadCommand;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.reactions.Reaction;
import org.caucus.coalition.reactions.ReactionCommand;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** Places that take nothing new: who closes them, what is refused there, and what goes on. */
class ClosingDeciderTest {
  private static final Ref LIST = Ref.to(Ref.Kind.LIST, "coalition");
  private static final Ref TRACKER = Ref.to(Ref.Kind.TRACKER, "COP");
  private static final Ref CHIRP = Ref.to(Ref.Kind.ORGANISATION, "chirp");
  private static final Ref WHOLE = Ref.to(Ref.Kind.WORKSPACE, "cop");

  private static Command start(String list) {
    return new ListCommand.StartThread(list, "Hello", Post.web("Text", null, null));
  }

  private static Given spoken() {
    return Given.coalition().does(BOLA, start("coalition"));
  }

  private static String code(Given given, SeatId seat, Command command) {
    return given.when(seat, command).refused(Refusal.Kind.CONFLICT).message().code();
  }

  @Test
  void aConvenorArchivesWhatTheyReadAndOpensItAgain() {
    for (Ref place : List.of(LIST, TRACKER, CHIRP)) {
      Given.coalition()
          .when(AMINA, new ClosePlace(place))
          .then(new ClosingEvent.PlaceArchived(place, AMINA));
      Given closed = Given.coalition().does(AMINA, new ClosePlace(place));
      assertThat(code(closed, AMINA, new ClosePlace(place))).isEqualTo("this-is-so-already");
      closed.when(AMINA, new ReopenPlace(place)).then(new ClosingEvent.PlaceReopened(place, AMINA));
      Given.coalition().when(AMINA, new ReopenPlace(place)).refused(Refusal.Kind.CONFLICT);
      for (SeatId other : List.of(BOLA, CLAIRE, CHIKA)) {
        Given.coalition().when(other, new ClosePlace(place)).refused(Refusal.Kind.FORBIDDEN);
      }
    }
    Given hidden = Given.coalition().and(Parties.list("inner", Audience.named(List.of(BOLA))));
    hidden.when(AMINA, new ClosePlace(Ref.to(Ref.Kind.LIST, "inner"))).refused(Refusal.Kind.ABSENT);
    hidden.when(CHIKA, new ClosePlace(Ref.to(Ref.Kind.LIST, "civil"))).refused(Refusal.Kind.ABSENT);
    hidden
        .when(AMINA, new ClosePlace(Ref.to(Ref.Kind.ORGANISATION, "nobody")))
        .refused(Refusal.Kind.ABSENT);
    hidden
        .when(AMINA, new ClosePlace(Ref.to(Ref.Kind.WORKSPACE, "other")))
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void anArchivedListIsReadAndTakesNothingNew() {
    Given closed = spoken().does(AMINA, new ClosePlace(LIST));
    String list = "list-is-archived";

    assertThat(code(closed, BOLA, start("coalition"))).isEqualTo(list);
    assertThat(
            code(
                closed,
                AMINA,
                new ListCommand.AnswerThread(Given.THING, Post.web("More", null, null))))
        .isEqualTo(list);
    Ref said = Ref.to(Ref.Kind.ENTRY, Given.ENTRY);
    assertThat(code(closed, BOLA, new ReactionCommand.AddReaction(said, Reaction.PLUS_ONE)))
        .isEqualTo(list);
    assertThat(code(closed, BOLA, new RevisionCommand.EditEntry(Given.ENTRY, "x", null, List.of())))
        .isEqualTo(list);
    assertThat(code(closed, AMINA, new ListCommand.DescribeList("coalition", "x", "", null)))
        .isEqualTo(list);
    assertThat(closed.state().access().canRead(CHIKA, closed.state().scopeOf(LIST).orElseThrow()))
        .isTrue();
    // what takes away, and how one gets mail, goes on; and so do other places
    closed.does(BOLA, new RevisionCommand.DeleteEntry(Given.ENTRY, null, List.of()));
    closed.does(BOLA, new ListCommand.SetDelivery("coalition", Delivery.NONE));
    closed.does(BOLA, start("civil"));
    closed.does(AMINA, new ReopenPlace(LIST)).does(BOLA, start("coalition"));
  }

  @Test
  void aThreadIsMovedNeitherIntoAnArchivedListNorOutOfOne() {
    Given closed = spoken().and(Parties.list("other", Audience.everyone()));
    Command move = new ThreadCommand.MoveThread(Given.THING, "other");

    closed.does(AMINA, move);
    assertThat(code(closed.does(AMINA, new ClosePlace(LIST)), AMINA, move))
        .isEqualTo("list-is-archived");
    Ref other = Ref.to(Ref.Kind.LIST, "other");
    assertThat(code(closed.does(AMINA, new ClosePlace(other)), AMINA, move))
        .isEqualTo("list-is-archived");
  }

  @Test
  void whoIsReadFirstIsToldAtOnceAndNotHeld() {
    Given closed =
        Given.coalition()
            .does(AMINA, new LetterCommand.StopList("coalition", true))
            .does(AMINA, new ClosePlace(LIST));

    assertThat(code(closed, BOLA, start("coalition"))).isEqualTo("list-is-archived");
  }

  @Test
  void anArchivedTrackerChangesNothing() {
    Given closed = Given.coalition().does(AMINA, new ClosePlace(Ref.to(Ref.Kind.TRACKER, "cop")));

    assertThat(code(closed, AMINA, new IssueCommand.DescribeTracker("COP", "x", "", null)))
        .isEqualTo("tracker-is-archived");
    closed
        .when(AMINA, new ReopenPlace(TRACKER))
        .then(new ClosingEvent.PlaceReopened(TRACKER, AMINA));
  }

  @Test
  void anArchivedOrganisationReadsOnAndSaysNothing() {
    Given closed = Given.coalition().does(AMINA, new ClosePlace(CHIRP));

    assertThat(code(closed, CHIKA, start("coalition"))).isEqualTo("organisation-is-archived");
    assertThat(
            code(
                closed,
                AMINA,
                new MemberCommand.Invite("new@chirp.example", null, "chirp", Role.LIAISON)))
        .isEqualTo("organisation-is-archived");
    closed.does(CHIKA, new ListCommand.SetDelivery("coalition", Delivery.NONE));
    closed.does(AMINA, new MemberCommand.EndSeat(CHIKA));
    closed.does(VERA, start("coalition"));
    assertThat(closed.state().members().isActive(CHIKA)).isTrue();
    assertThat(closed.state().access().canRead(CHIKA, closed.state().scopeOf(LIST).orElseThrow()))
        .isTrue();
    assertThat(
            code(Given.coalition(), AMINA, new ClosePlace(Ref.to(Ref.Kind.ORGANISATION, "rights"))))
        .isEqualTo("an-organisation-of-convenors-stays-open");
  }

  @Test
  void nobodyTakesASeatOfAnArchivedOrganisation() {
    MemberEvent.Invited invited =
        new MemberEvent.Invited("inv", "new@chirp.example", null, "chirp", Role.LIAISON, AMINA);
    Given closed = Given.coalition().and(invited).does(AMINA, new ClosePlace(CHIRP));

    assertThat(code(closed, null, new MemberCommand.AcceptInvitation("inv", "person-new", "New")))
        .isEqualTo("organisation-is-archived");
    closed.does(AMINA, new MemberCommand.RevokeInvitation("inv"));
  }

  @Test
  void aClosedWorkspaceIsReadAndExportedAndPeopleMayLeave() {
    Given closed = spoken().does(AMINA, new ClosePlace(WHOLE));
    String whole = "workspace-is-closed";

    assertThat(code(closed, BOLA, start("civil"))).isEqualTo(whole);
    assertThat(code(closed, AMINA, new ClosePlace(LIST))).isEqualTo(whole);
    closed.does(BOLA, new MemberCommand.NoteExport(MemberEvent.Export.RECORD));
    closed.does(AMINA, new HandoverCommand.HandOver(BOLA, null, List.of()));
    closed.does(CLAIRE, new MemberCommand.EndSeat(CLAIRE));
    closed.when(BOLA, new ReopenPlace(WHOLE)).refused(Refusal.Kind.FORBIDDEN);
    Given again = closed.does(AMINA, new ReopenPlace(WHOLE));
    again.does(BOLA, start("civil"));
    assertThat(again.state().history())
        .flatExtracting(Commit::events)
        .contains(new ClosingEvent.WorkspaceReopened(WHOLE, AMINA));
  }

  @Test
  void thingsOfAnotherTrackerGoOn() {
    Given other =
        Given.coalition()
            .and(new IssueEvent.TrackerOpened("TWO", "Two", "two", Audience.everyone()))
            .does(AMINA, new ClosePlace(TRACKER));
    other.does(AMINA, new IssueCommand.DescribeTracker("TWO", "Second", "", null));
    assertThat(other.when(AMINA, new ListCommand.DescribeList("civil", "Ours", "", null)).last())
        .isInstanceOf(ListEvent.ListDescribed.class);
  }
}
