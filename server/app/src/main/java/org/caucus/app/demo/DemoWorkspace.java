package org.caucus.app.demo;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.caucus.app.wiring.Wiring;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.http.PersonDirectory;
import org.caucus.kernel.Command;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;

/** Opens the demo's workspace by the commands anyone would use; again finds it as it was left. */
final class DemoWorkspace {
  private final Wiring wiring;
  private final Map<String, SeatId> seats = new LinkedHashMap<>();
  private WorkspaceId workspace = WorkspaceId.SYSTEM;

  DemoWorkspace(Wiring wiring) {
    this.wiring = wiring;
  }

  WorkspaceId workspace() {
    return workspace;
  }

  /** The seat of a player, by the local part of their address. */
  SeatId seat(String local) {
    return java.util.Objects.requireNonNull(seats.get(local));
  }

  /** True if it was opened just now and has nothing in it yet. */
  boolean open() {
    var known = wiring.directory().find(DemoMembers.SLUG).await();
    if (known.isPresent()) {
      workspace = known.get();
      recall();
      return false;
    }
    found();
    for (DemoMembers.Party party : DemoMembers.PARTIES.subList(1, DemoMembers.PARTIES.size())) {
      add(party);
    }
    DemoMembers.PLAYERS.stream().skip(1).forEach(this::seat);
    lists();
    trackers();
    return true;
  }

  private void recall() {
    for (DemoMembers.Player player : DemoMembers.PLAYERS) {
      PersonDirectory.Person person =
          wiring.persons().ensure(player.address(), player.name()).await();
      wiring
          .rooms()
          .read(workspace)
          .await()
          .members()
          .seatOf(person.id())
          .map(Seat::id)
          .ifPresent(id -> seats.put(player.local(), id));
    }
  }

  private void found() {
    DemoMembers.Player convenor = DemoMembers.PLAYERS.get(0);
    DemoMembers.Party party = DemoMembers.PARTIES.get(0);
    PersonDirectory.Person person =
        wiring.persons().ensure(convenor.address(), convenor.name()).await();
    wiring
        .workspaces()
        .open(
            person.id(),
            new MemberCommand.OpenWorkspace(
                DemoMembers.SLUG,
                DemoMembers.NAME,
                party.slug(),
                party.name(),
                person.id(),
                convenor.name()),
            null);
    workspace = wiring.directory().find(DemoMembers.SLUG).await().orElseThrow();
    SeatId seat =
        wiring.rooms().read(workspace).await().members().seatOf(person.id()).orElseThrow().id();
    seats.put(convenor.local(), seat);
  }

  private void add(DemoMembers.Party party) {
    if (party.side() == Side.COMPANY) {
      claim(
          MemberPresenter.updatesLocalPart(party.slug()),
          Ref.to(Ref.Kind.ORGANISATION, party.slug()));
    }
    act(
        "amina",
        new MemberCommand.AddOrganisation(
            party.slug(), party.name(), party.side(), MemberEvent.History.ALL));
  }

  /** Invites and accepts at once, so nobody's mail is needed to try the demo. */
  private void seat(DemoMembers.Player player) {
    Committed invited =
        act(
            "amina",
            new MemberCommand.Invite(
                player.address(), player.name(), player.party(), player.role()));
    PersonDirectory.Person person =
        wiring.persons().ensure(player.address(), player.name()).await();
    Committed taken =
        wiring
            .rooms()
            .submit(
                workspace,
                null,
                new MemberCommand.AcceptInvitation(invited.thing(), person.id(), player.name()),
                null)
            .await();
    wiring.seatings().add(person.id(), workspace).await();
    seats.put(player.local(), new SeatId(taken.thing()));
  }

  private void lists() {
    list(
        "coalition",
        "Coalition",
        "Everyone who works on the draft, companies included.",
        Audience.everyone());
    list(
        "civil",
        "Civil society",
        "For civil-society organisations alone.",
        Audience.civilSociety());
    list(
        "brightline-table",
        "With Brightline",
        "Civil society and Brightline.",
        Audience.withCompany("brightline"));
  }

  private void list(String slug, String name, String description, Audience audience) {
    claim(slug, Ref.to(Ref.Kind.LIST, slug));
    act("amina", new ListCommand.OpenList(slug, name, description, slug, audience));
  }

  private void trackers() {
    tracker("COP", "Provisions of the draft", Audience.everyone());
    tracker("MEMO", "Memo to the agencies", Audience.civilSociety());
  }

  private void tracker(String key, String name, Audience audience) {
    String localPart = key.toLowerCase(Locale.ROOT);
    claim(localPart, Ref.to(Ref.Kind.TRACKER, key));
    act("amina", new IssueCommand.OpenTracker(key, name, localPart, audience));
  }

  void claim(String localPart, Ref thing) {
    wiring.directory().claim(localPart, workspace, thing).await();
  }

  /** A player does something. */
  Committed act(String local, Command command) {
    return wiring.rooms().submit(workspace, seat(local), command, null).await();
  }
}
