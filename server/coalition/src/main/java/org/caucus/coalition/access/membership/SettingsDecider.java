package org.caucus.coalition.access.membership;

import java.util.List;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Described;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.NameRule;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.WorkspaceProfile;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** Decides what the workspace and its organisations are called, and what is said of them. Pure. */
final class SettingsDecider {
  private SettingsDecider() {}

  static List<Event> describe(
      Members members, MemberCommand.DescribeWorkspace c, CommandContext act) {
    Seat by = new Access(members).mustConvene(act.by());
    WorkspaceProfile.Words now = members.words();
    now.mustBe(c.was());
    WorkspaceProfile.Words said =
        new WorkspaceProfile.Words(
            NameRule.readable(c.name()),
            c.purpose().strip(),
            c.welcome().strip(),
            c.languages().stream().distinct().toList());
    mustDiffer(now, said);
    return List.of(
        new MemberEvent.WorkspaceDescribed(
            said.name(), now.name(), said.purpose(), said.welcome(), said.languages(), by.id()));
  }

  static List<Event> setAudience(
      Members members, MemberCommand.SetDefaultAudience c, CommandContext act) {
    Seat by = new Access(members).mustConvene(act.by());
    mustDiffer(members.profile().usual(), c.usual());
    return List.of(new MemberEvent.DefaultAudienceSet(c.usual(), by.id()));
  }

  /**
   * Its own people say what it is; what it is called is the convenors' to change: by that name all
   * others know who reads what they write (R10).
   */
  static List<Event> describe(
      Members members, MemberCommand.DescribeOrganisation c, CommandContext act) {
    Seat by = new Access(members).mustBeActive(act.by());
    Organisation party = members.organisations().get(c.organisation());
    if (party == null) {
      throw Refusal.absent();
    }
    Described now = party.words();
    Described said = new Described(c.name().strip(), c.description().strip());
    if (!by.organisation().equals(party.slug()) || by.role() == Role.OBSERVER) {
      new Access(members).mustConvene(by.id());
    }
    now.mustBe(c.was());
    mustDiffer(now, said);
    if (!said.name().equals(now.name())) {
      said = new Described(renamed(members, party, by, said.name()), said.description());
    }
    return List.of(
        new MemberEvent.OrganisationDescribed(
            party.slug(), said.name(), now.name(), said.description(), by.id()));
  }

  private static String renamed(Members members, Organisation party, Seat by, String name) {
    if (by.role() != Role.CONVENOR) {
      throw Refusal.forbidden("name", Message.of("a-convenor-renames-an-organisation"));
    }
    return NameRule.fresh(name, OrganisationDecider.called(members, party.slug()));
  }

  private static void mustDiffer(Object now, Object said) {
    if (said.equals(now)) {
      throw Refusal.conflict(Message.of("this-is-so-already"));
    }
  }
}
