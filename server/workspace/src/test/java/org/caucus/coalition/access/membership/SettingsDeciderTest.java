package org.caucus.coalition.access.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;
import static org.caucus.workspace.Parties.VERA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Described;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberCommand.DescribeOrganisation;
import org.caucus.coalition.access.MemberCommand.DescribeWorkspace;
import org.caucus.coalition.access.MemberCommand.SetDefaultAudience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.WorkspaceProfile;
import org.caucus.coalition.access.WorkspaceProfile.DefaultAudience;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListCommand.DescribeList;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueCommand.DescribeTracker;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** What places are called and what is said of them: who changes it, and what they overwrite. */
class SettingsDeciderTest {
  private static final SeatId INGRID = new SeatId("ingrid");

  private static DescribeWorkspace named(String name) {
    return new DescribeWorkspace(name, "One answer.", "Read the memo.", List.of("en"), null);
  }

  @Test
  void aConvenorSaysWhatTheWorkspaceIs() {
    Given after =
        Given.coalition()
            .does(
                AMINA,
                new DescribeWorkspace(
                    " Draft  code ", "One answer.\n", "", List.of("en", "en", "ha"), null));

    assertThat(after.state().members().words())
        .isEqualTo(
            new WorkspaceProfile.Words("Draft code", "One answer.", "", List.of("en", "ha")));
    assertThat(after.state().members().slug()).isEqualTo("cop");
    Given.coalition()
        .when(AMINA, named("Draft code"))
        .then(
            new MemberEvent.WorkspaceDescribed(
                "Draft code",
                "Code of Practice",
                "One answer.",
                "Read the memo.",
                List.of("en"),
                AMINA));
    for (SeatId other : List.of(BOLA, CLAIRE, CHIKA)) {
      Given.coalition().when(other, named("Mine")).refused(Refusal.Kind.FORBIDDEN);
    }
    Given.coalition().when(EMEKA, named("Mine")).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void nobodysChangeIsOverwrittenAndAnUndoPutsBackOnlyWhatStands() {
    var first = new WorkspaceProfile.Words("Code of Practice", "", "", List.of());
    Given renamed = Given.coalition().does(AMINA, named("Draft code"));
    var mine =
        new WorkspaceProfile.Words("Draft code", "One answer.", "Read the memo.", List.of("en"));

    Refusal late =
        renamed
            .when(AMINA, new DescribeWorkspace("Late", "", "", List.of(), first))
            .refused(Refusal.Kind.CONFLICT);
    assertThat(late.current()).containsEntry("name", "Draft code");

    var undo = new DescribeWorkspace("Code of Practice", "", "", List.of(), mine);
    assertThat(renamed.does(AMINA, undo).state().members().words()).isEqualTo(first);
    renamed
        .and(Parties.seat(INGRID, "watch", Role.CONVENOR, null))
        .does(INGRID, named("Another name"))
        .when(AMINA, undo)
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void theDefaultAudienceIsTheAuthorsSideUntilConvenorsOpenIt() {
    Scope all = Scope.place(Audience.everyone());
    Scope desk = Scope.place(Audience.withCompany("chirp"));
    Given open = Given.coalition().does(AMINA, new SetDefaultAudience(DefaultAudience.EVERYONE));

    assertThat(Given.coalition().state().access().usual(BOLA, all))
        .isEqualTo(Audience.civilSociety());
    assertThat(open.state().access().usual(BOLA, all)).isEqualTo(Audience.everyone());
    assertThat(open.state().access().usual(CHIKA, desk)).isEqualTo(Audience.withCompany("chirp"));
    open.when(BOLA, new SetDefaultAudience(DefaultAudience.OWN_SIDE))
        .refused(Refusal.Kind.FORBIDDEN);
    open.when(AMINA, new SetDefaultAudience(DefaultAudience.EVERYONE))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void anOrganisationDescribesItselfAndConvenorsNameIt() {
    DescribeOrganisation described = new DescribeOrganisation("chirp", "Chirp", "Short.", null);
    Given.coalition()
        .when(CHIKA, described)
        .then(new MemberEvent.OrganisationDescribed("chirp", "Chirp", "Chirp", "Short.", CHIKA));
    Given.coalition()
        .when(AMINA, new DescribeOrganisation("chirp", "Chirp Africa", "", null))
        .then(new MemberEvent.OrganisationDescribed("chirp", "Chirp Africa", "Chirp", "", AMINA));
    Given.coalition()
        .when(CHIKA, new DescribeOrganisation("chirp", "Chirp Africa", "", null))
        .refused(Refusal.Kind.FORBIDDEN, "name");
    Given.coalition().when(VERA, described).refused(Refusal.Kind.FORBIDDEN);
    Given.coalition()
        .when(CLAIRE, new DescribeOrganisation("watch", "Global Watch", "Ours", null))
        .refused(Refusal.Kind.FORBIDDEN);
    Given.coalition()
        .when(AMINA, new DescribeOrganisation("nobody", "Nobody", "x", null))
        .refused(Refusal.Kind.ABSENT);
    Refusal taken =
        Given.coalition()
            .when(AMINA, new DescribeOrganisation("chirp", "VlSTA", "", null))
            .refused(Refusal.Kind.INVALID, "name");
    assertThat(taken.why()).contains("Vista").contains("VlSTA 2");
  }

  @Test
  void aRenamedListAndTrackerKeepTheirAddresses() {
    Given after =
        Given.coalition()
            .does(AMINA, new DescribeList("civil", "Civil society", "Among us", null))
            .does(AMINA, new DescribeTracker("COP", "Draft code", "Asks", null));
    var list = after.state().lists().list("civil").orElseThrow();
    var tracker = after.state().issues().tracker("cop").orElseThrow();

    assertThat(List.of(list.name(), list.description(), list.localPart()))
        .containsExactly("Civil society", "Among us", "civil");
    assertThat(List.of(tracker.name(), tracker.description(), tracker.localPart()))
        .containsExactly("Draft code", "Asks", "provisions");
    assertThat(after.state().item(Ref.to(Ref.Kind.LIST, "civil")).orElseThrow().title())
        .isEqualTo("Civil society");
    Given.coalition()
        .when(AMINA, new DescribeList("civil", "Civil", "", new Described("civil", "")))
        .then(new ListEvent.ListDescribed("civil", "Civil", "civil", "", AMINA));
    Given.coalition()
        .when(AMINA, new DescribeTracker("cop", "Asks", "", new Described("Provisions", "")))
        .then(new IssueEvent.TrackerDescribed("COP", "Asks", "Provisions", "", AMINA));
    after
        .when(AMINA, new DescribeList("civil", "Civil", "", new Described("civil", "")))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void onlyConvenorsWhoReadAPlaceRenameItAndNoHiddenNameIsTold() {
    Given hidden =
        Given.coalition()
            .and(
                Parties.list("inner", Audience.named(List.of(BOLA))),
                new IssueEvent.TrackerOpened(
                    "IN", "Inner", "inner-t", Audience.named(List.of(BOLA))));

    hidden.when(AMINA, new DescribeList("inner", "x", "", null)).refused(Refusal.Kind.ABSENT);
    hidden.when(AMINA, new DescribeTracker("IN", "x", "", null)).refused(Refusal.Kind.ABSENT);
    hidden.when(BOLA, new DescribeList("civil", "x", "", null)).refused(Refusal.Kind.FORBIDDEN);
    hidden.when(CHIKA, new DescribeList("civil", "x", "", null)).refused(Refusal.Kind.ABSENT);
    hidden
        .when(AMINA, new DescribeList("civil", "inner", "", null))
        .then(new ListEvent.ListDescribed("civil", "inner", "civil", "", AMINA));
    hidden
        .when(AMINA, new DescribeTracker("COP", "Inner", "", null))
        .then(new IssueEvent.TrackerDescribed("COP", "Inner", "Provisions", "", AMINA));
    hidden
        .when(AMINA, new DescribeList("civil", "Coalition", "", null))
        .refused(Refusal.Kind.INVALID, "name");
  }

  @Test
  void theSameRuleHoldsForWhatIsNew() {
    Audience all = Audience.everyone();
    Given.coalition()
        .when(AMINA, new ListCommand.OpenList("second", " CIVlL ", "", "second", all))
        .refused(Refusal.Kind.INVALID, "name");
    Given.coalition()
        .when(AMINA, new IssueCommand.OpenTracker("SEC", "Provisi\u043Ens", "sec", all))
        .refused(Refusal.Kind.INVALID, "name");
    Given.coalition()
        .when(AMINA, new IssueCommand.OpenTracker("SEC", "provisions!", "sec", all))
        .refused(Refusal.Kind.INVALID, "name");
    for (String name : List.of("Chlrp", "Vi\u200Bsta", "!!", "x".repeat(121))) {
      Given.coalition()
          .when(
              AMINA,
              new MemberCommand.AddOrganisation(
                  "third", name, Side.COMPANY, MemberEvent.History.ALL))
          .refused(Refusal.Kind.INVALID, "name");
    }
    Given hidden = Given.coalition().and(Parties.list("inner", Audience.named(List.of(BOLA))));
    hidden.when(AMINA, new ListCommand.OpenList("second", "inner", "", "second", all)).last();
    Given.coalition()
        .and(
            new MemberEvent.Invited("inv", "new@chirp.example", null, "chirp", Role.LIAISON, AMINA))
        .when(null, new MemberCommand.AcceptInvitation("inv", "person-new", "New\u202E"))
        .refused(Refusal.Kind.INVALID, "name");
  }
}
