package org.caucus.coalition.access;

import java.time.Instant;
import java.util.List;
import org.caucus.kernel.Command;
import org.caucus.kernel.SeatId;
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

  /** Adds a party while one convenor founds the workspace; later, proposes it to the others. */
  record AddOrganisation(String slug, String name, Side side, MemberEvent.History history)
      implements MemberCommand {}

  /** Says yes to what another convenor proposed. */
  record ConfirmOrganisation(String slug) implements MemberCommand {}

  /** Says no to it, or takes one's own proposal back. */
  record DeclineOrganisation(String slug) implements MemberCommand {}

  /**
   * Offers a seat.
   *
   * @param succeeds the seat that the person who accepts is meant to take over from
   */
  record Invite(
      String address,
      @Nullable String name,
      String organisation,
      Role role,
      @Nullable SeatId succeeds,
      @Nullable RosterStatement terms,
      Invitation.Sending sending)
      implements MemberCommand {
    /** To a seat that takes over from none. */
    public Invite(String address, @Nullable String name, String organisation, Role role) {
      this(address, name, organisation, role, null, null, Invitation.Sending.ONCE);
    }

    /** Without a word about whom it is for. */
    public Invite(
        String address,
        @Nullable String name,
        String organisation,
        Role role,
        @Nullable SeatId succeeds) {
      this(address, name, organisation, role, succeeds, null, Invitation.Sending.ONCE);
    }
  }

  /**
   * Offers the same again: what was sent before opens nothing from then on.
   *
   * @param byLink whether the inviter brings the link, and no email is sent
   */
  record RenewInvitation(String id, boolean byLink) implements MemberCommand {}

  /** Sends another email of an offer, with the same link; the server does so when one is due. */
  record RemindInvitation(String id) implements MemberCommand {}

  /** Has reminders sent without anyone asking, or not. The server ends them where mail bounces. */
  record SetReminders(String id, boolean on) implements MemberCommand {}

  /** Notes that the page of an offer was opened; the caller has checked the secret. */
  record NoteOpening(String id) implements MemberCommand {}

  /** Takes an offer back. */
  record RevokeInvitation(String id) implements MemberCommand {}

  /** Takes the offered seat; the caller has checked the secret. */
  record AcceptInvitation(String id, String person, String name) implements MemberCommand {}

  /** Gives a seat another role. */
  record ChangeRole(SeatId seat, Role role) implements MemberCommand {}

  /** Ends a seat: a convenor any, everyone their own. What was theirs to do stays undone. */
  record EndSeat(SeatId seat) implements MemberCommand {}

  /** Puts away what a newcomer is shown: they have seen it, or want none of it. */
  record FinishWelcome() implements MemberCommand {}

  /** Notes that a copy is taken out; the caller hands it over afterwards. */
  record NoteExport(MemberEvent.Export what) implements MemberCommand {}

  /**
   * A convenor says that it is the holder of a seat who has lost all passkeys.
   *
   * @param waits until when the seat waited for somebody when they were asked; null if for nobody
   */
  record ConfirmRecovery(SeatId seat, @Nullable Instant waits) implements MemberCommand {}

  /** Who was let in by another's word waits here until then. The server's. */
  record AwaitRecovery(SeatId seat, Instant until) implements MemberCommand {}

  /**
   * Who waits for this seat until then waits no more. The server's.
   *
   * @param until of the recovery that is meant: another may have come meanwhile
   */
  record CallOffRecovery(SeatId seat, Instant until) implements MemberCommand {}

  /** Opens the workspace to those alone who let nothing but a passkey in, or to all its seats. */
  record RuleSignIn(boolean passkeys) implements MemberCommand {}

  /**
   * Changes what the workspace is called, and what is said of it.
   *
   * @param was what the person who asks was shown; null changes whatever is there
   */
  record DescribeWorkspace(
      String name,
      String purpose,
      String welcome,
      List<String> languages,
      WorkspaceProfile.@Nullable Words was)
      implements MemberCommand {}

  /** Chooses whom new things reach if their authors do not say. */
  record SetDefaultAudience(WorkspaceProfile.DefaultAudience usual) implements MemberCommand {}

  /**
   * Changes what an organisation is called, and what is said of it.
   *
   * @param was what the person who asks was shown; null changes whatever is there
   */
  record DescribeOrganisation(
      String organisation, String name, String description, @Nullable Described was)
      implements MemberCommand {}

  /**
   * Changes one's own name, and what one says of oneself.
   *
   * @param hours null for none
   */
  record DescribeSelf(
      String name,
      String title,
      String pronunciation,
      List<String> languages,
      @Nullable WorkingHours hours)
      implements MemberCommand {}

  /**
   * Shows the member who asks by this picture, or by initials again.
   *
   * @param picture null for none
   */
  record ShowSelf(@Nullable SeatPicture picture) implements MemberCommand {}
}
