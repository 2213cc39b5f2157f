package org.caucus.members;

import org.caucus.command.Command;
import org.caucus.command.SeatId;
import org.jspecify.annotations.Nullable;

/** What can be asked about who is here. */
public sealed interface MemberCommand extends Command {
  /** Opens the workspace with its first organisation and its first convenor, in one commit. */
  record OpenWorkspace(
      String slug,
      String name,
      String organisation,
      String organisationName,
      String person,
      String convenor)
      implements MemberCommand {}

  /** Adds a party. */
  record AddOrganisation(String slug, String name, Side side, MemberEvent.History history)
      implements MemberCommand {}

  /** Offers a seat. */
  record Invite(String address, @Nullable String name, String organisation, Role role)
      implements MemberCommand {}

  /** Takes an offer back. */
  record RevokeInvitation(String id) implements MemberCommand {}

  /** Takes the offered seat; the caller has checked the secret. */
  record AcceptInvitation(String id, String person, String name) implements MemberCommand {}

  /** Ends a seat: a convenor any, everyone their own. */
  record EndSeat(SeatId seat) implements MemberCommand {}
}
