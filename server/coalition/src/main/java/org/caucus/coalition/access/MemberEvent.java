package org.caucus.coalition.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
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

  /** A convenor wants a party to join; another one is asked. */
  record OrganisationProposed(String slug, String name, Side side, History history, SeatId by)
      implements MemberEvent {}

  /** A proposal was taken back by the person who made it, or turned down by another convenor. */
  record ProposalDeclined(String slug, SeatId by) implements MemberEvent {}

  /**
   * A party joined.
   *
   * @param proposedBy whose proposal was confirmed; null where one convenor did it alone, which is
   *     possible only while there never were two
   */
  record OrganisationAdded(
      String slug,
      String name,
      Side side,
      History history,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SeatId proposedBy)
      implements MemberEvent {
    /** Added by the only convenor there ever was. */
    public OrganisationAdded(String slug, String name, Side side, History history) {
      this(slug, name, side, history, null);
    }
  }

  /**
   * A seat was offered to an address.
   *
   * @param succeeds the seat that the person who accepts is meant to take over from
   * @param terms what was stated of them; null for an invitation that states nothing
   * @param sending how it goes out; null for one email and no reminders
   * @param replaces the invitation whose link ended when this one was sent
   */
  record Invited(
      String id,
      String address,
      @Nullable String name,
      String organisation,
      Role role,
      SeatId by,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SeatId succeeds,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RosterStatement terms,
      @JsonInclude(JsonInclude.Include.NON_NULL) Invitation.@Nullable Sending sending,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String replaces)
      implements MemberEvent {
    /** To a seat that takes over from none. */
    public Invited(
        String id,
        String address,
        @Nullable String name,
        String organisation,
        Role role,
        SeatId by) {
      this(id, address, name, organisation, role, by, null, null, null, null);
    }

    /** Without a word about whom it is for. */
    public Invited(
        String id,
        String address,
        @Nullable String name,
        String organisation,
        Role role,
        SeatId by,
        @Nullable SeatId succeeds) {
      this(id, address, name, organisation, role, by, succeeds, null, null, null);
    }

    /** By one email. */
    public Invited(
        String id,
        String address,
        @Nullable String name,
        String organisation,
        Role role,
        SeatId by,
        @Nullable SeatId succeeds,
        @Nullable RosterStatement terms) {
      this(id, address, name, organisation, role, by, succeeds, terms, null, null);
    }
  }

  /** The page of an offer was opened for the first time. */
  record InvitationOpened(String id) implements MemberEvent {}

  /**
   * Another email of an offer is sent.
   *
   * @param by who asked for it; null if it was due
   */
  record InvitationReminded(String id, @Nullable SeatId by) implements MemberEvent {}

  /**
   * Reminders are sent without anyone asking, or no longer.
   *
   * @param by who chose; null for the server, because email to the address bounced
   */
  record RemindersSet(String id, boolean on, @Nullable SeatId by) implements MemberEvent {}

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

  /** A seat may do more, or less; what it reads stays the same. */
  record RoleChanged(SeatId seat, Role role) implements MemberEvent {}

  /** A seat's history went on to another of its organisation. */
  record SeatHandedOver(SeatId seat, SeatId successor) implements MemberEvent {}

  /** A seat reads and acts no more. */
  record SeatEnded(SeatId seat) implements MemberEvent {}

  /** A newcomer has seen, or put away, what they are shown first. */
  record SeatWelcomed(SeatId seat) implements MemberEvent {}

  /**
   * A member changed their own name, or what they say of themselves.
   *
   * @param former what they were called before
   */
  record ProfileChanged(SeatId seat, String name, String former, SeatProfile profile)
      implements MemberEvent {
    /** Whether they are called otherwise since. */
    public boolean hasNewName() {
      return !name.equals(former);
    }
  }

  /**
   * A member is shown by another picture of theirs.
   *
   * @param picture null if by initials, since they took theirs away
   */
  record PictureChanged(SeatId seat, @Nullable SeatPicture picture) implements MemberEvent {}

  /** A seat took a copy out of here. */
  record RecordExported(SeatId seat, Export what) implements MemberEvent {}

  /**
   * A convenor gave their word that it is the holder of this seat who asks to be let in without a
   * passkey. It comes before that word has any effect.
   */
  record RecoveryConfirmed(SeatId seat, SeatId by) implements MemberEvent {}

  /**
   * The holder of this seat was let in again without a passkey by somebody's word who does not
   * convene here. It lets them in here from then on, or once a convenor says that it is them.
   */
  record RecoveryAwaited(SeatId seat, Instant until) implements MemberEvent {}

  /** The person signed in with a passkey of before: nobody waits for this seat. */
  record RecoveryCalledOff(SeatId seat) implements MemberEvent {}

  /**
   * A convenor chose how members must sign in to come in here.
   *
   * @param passkeys whether only those come in who let nothing but a passkey in
   */
  record SignInRuled(boolean passkeys, SeatId by) implements MemberEvent {}

  /**
   * A convenor changed what the workspace is called, or what is said of it.
   *
   * @param former what it was called before
   */
  record WorkspaceDescribed(
      String name, String former, String purpose, String welcome, List<String> languages, SeatId by)
      implements MemberEvent {}

  /** A convenor chose whom new things reach if their authors do not say. */
  record DefaultAudienceSet(WorkspaceProfile.DefaultAudience usual, SeatId by)
      implements MemberEvent {}

  /**
   * What an organisation is called, or what is said of it, was changed.
   *
   * @param former what it was called before
   */
  record OrganisationDescribed(
      String slug, String name, String former, String description, SeatId by)
      implements MemberEvent {}

  /** What can be taken out. */
  enum Export {
    /** All that the seat reads. */
    RECORD,
    /** The audit view. */
    AUDIT,
    /** Issues of a tracker; of which is not said, since not all who are told can read it. */
    ISSUES,
    /** The answers to a poll; of which is not said, since not all who are told can read it. */
    POLL,
    /** The positions in a review; of which is not said, for the same reason. */
    REVIEW
  }
}
