package org.caucus.members;

import java.time.Instant;
import org.caucus.command.Event;
import org.caucus.command.SeatId;
import org.jspecify.annotations.Nullable;

/** What can happen to who is here. */
public sealed interface MemberEvent extends Event {
  /** How much of what was said before a newly added organisation reads. */
  enum History {
    FROM_JOINING,
    ALL;

    Instant readsFrom(Instant joined) {
      return this == ALL ? Instant.EPOCH : joined;
    }
  }

  /** The first event of every workspace. */
  record WorkspaceOpened(String slug, String name) implements MemberEvent {}

  /** A party joined. */
  record OrganisationAdded(String slug, String name, Side side, History history)
      implements MemberEvent {}

  /** A seat was offered to an address. */
  record Invited(
      String id, String address, @Nullable String name, String organisation, Role role, SeatId by)
      implements MemberEvent {}

  /** An offer was taken back. */
  record InvitationRevoked(String id) implements MemberEvent {}

  /** A person took a seat. */
  record SeatTaken(
      SeatId seat,
      String person,
      String name,
      String organisation,
      Role role,
      @Nullable String invitation,
      @Nullable SeatId predecessor)
      implements MemberEvent {}

  /** A seat reads and acts no more. */
  record SeatEnded(SeatId seat) implements MemberEvent {}
}
