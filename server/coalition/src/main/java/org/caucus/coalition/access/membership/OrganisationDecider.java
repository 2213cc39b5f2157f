package org.caucus.coalition.access.membership;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.NameRule;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Proposal;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/**
 * Decides which organisations join: a party that reads along is more than one convenor's to let in.
 * Pure.
 */
public final class OrganisationDecider {
  /** Most organisations of a workspace. */
  public static final int MAX_ORGANISATIONS = 500;

  /** Most proposals that wait at once. */
  public static final int MAX_PROPOSALS = 50;

  /** What stands behind the plus sign of a list's address for something else than organisations. */
  private static final Set<String> RESERVED = Set.of("help", "control", "leave");

  private OrganisationDecider() {}

  static List<Event> add(Members members, MemberCommand.AddOrganisation c, CommandContext act) {
    Seat convenor = new Access(members).mustConvene(act.by());
    mustBeNew(members, c.slug());
    String name = NameRule.fresh(c.name(), called(members, c.slug()));
    if (!members.shared()) {
      return List.of(new MemberEvent.OrganisationAdded(c.slug(), name, c.side(), c.history()));
    }
    if (members.proposals().size() >= MAX_PROPOSALS) {
      throw Refusal.conflict(
          Message.of("there-are-proposals-waiting-confirm-or", "limit", MAX_PROPOSALS));
    }
    return List.of(
        new MemberEvent.OrganisationProposed(c.slug(), name, c.side(), c.history(), convenor.id()));
  }

  /** Names of all other organisations, also of those that are proposed. */
  static Stream<String> called(Members members, String slug) {
    return Stream.concat(
        members.parties().stream().filter(o -> !o.slug().equals(slug)).map(Organisation::name),
        members.proposals().values().stream()
            .filter(p -> !p.slug().equals(slug))
            .map(Proposal::name));
  }

  private static void mustBeNew(Members members, String slug) {
    if (RESERVED.contains(slug)) {
      throw Refusal.invalid("slug", Message.of("this-short-name-means-something-in"));
    }
    Organisation same = members.organisations().get(slug);
    if (same != null) {
      throw Refusal.conflict(
          Message.of(
              "the-short-name-is-that-of-the-organisation",
              "slug",
              slug,
              "organisation",
              same.name()));
    }
    Proposal proposed = members.proposals().get(slug);
    if (proposed != null) {
      throw Refusal.conflict(
          Message.of(
              "the-short-name-is-that-of-one-proposed",
              "slug",
              slug,
              "organisation",
              proposed.name()));
    }
    if (members.organisations().size() >= MAX_ORGANISATIONS) {
      throw Refusal.conflict(
          Message.of("a-workspace-has-at-most-organisations", "limit", MAX_ORGANISATIONS));
    }
  }

  static List<Event> confirm(
      Members members, MemberCommand.ConfirmOrganisation c, CommandContext act) {
    Seat convenor = new Access(members).mustConvene(act.by());
    Proposal proposal = proposal(members, c.slug());
    if (isTheSamePerson(members, proposal, convenor)) {
      throw Refusal.forbidden(Message.of("you-proposed-this-organisation-yourself-another"));
    }
    if (members.organisations().size() >= MAX_ORGANISATIONS) {
      throw Refusal.conflict(
          Message.of("a-workspace-has-at-most-organisations", "limit", MAX_ORGANISATIONS));
    }
    return List.of(
        new MemberEvent.OrganisationAdded(
            proposal.slug(), proposal.name(), proposal.side(), proposal.history(), proposal.by()));
  }

  static List<Event> decline(
      Members members, MemberCommand.DeclineOrganisation c, CommandContext act) {
    Seat convenor = new Access(members).mustConvene(act.by());
    return List.of(
        new MemberEvent.ProposalDeclined(proposal(members, c.slug()).slug(), convenor.id()));
  }

  private static Proposal proposal(Members members, String slug) {
    Proposal proposal = members.proposals().get(slug);
    if (proposal == null) {
      throw Refusal.absent();
    }
    return proposal;
  }

  /** Two seats of one person are not two convenors. */
  private static boolean isTheSamePerson(Members members, Proposal proposal, Seat convenor) {
    Seat proposer = members.seats().get(proposal.by());
    return proposer == null || proposer.person().equals(convenor.person());
  }
}
