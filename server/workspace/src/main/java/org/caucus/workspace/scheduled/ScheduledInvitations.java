package org.caucus.workspace.scheduled;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.store.Mongo;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Reminds those who were invited and have not answered; not where the first email bounced. */
public final class ScheduledInvitations implements ScheduledCommand {
  /** Its name among the followers. */
  public static final String NAME = "invitations";

  private final BiPredicate<Workspace, Invitation> bounced;

  /**
   * Reminds of invitations.
   *
   * @param bounced whether the email of an invitation did not arrive; may block
   */
  public ScheduledInvitations(BiPredicate<Workspace, Invitation> bounced) {
    this.bounced = bounced;
  }

  /** When reminders are due, in this database. */
  public static JobSchedule dues(Mongo mongo, Vault vault) {
    return new JobSchedule(mongo, vault, "invitation-dues", "invitation");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String what() {
    return "invitations";
  }

  @Override
  public Optional<String> thing(Event event) {
    return Optional.ofNullable(idOf(event));
  }

  private static @Nullable String idOf(Event event) {
    return switch (event) {
      case MemberEvent.Invited e -> e.id();
      case MemberEvent.InvitationReminded e -> e.id();
      case MemberEvent.RemindersSet e -> e.id();
      case MemberEvent.InvitationRevoked e -> e.id();
      case MemberEvent.SeatTaken e -> e.invitation();
      default -> null;
    };
  }

  @Override
  public Optional<Instant> next(Workspace state, String thing) {
    return Optional.ofNullable(state.members().invitations().get(thing))
        .flatMap(Invitation::nextReminder);
  }

  @Override
  public Command command(Workspace state, String thing, Instant now) {
    Invitation one = state.members().invitations().get(thing);
    // one that has run out while nothing ran is left alone
    return one != null && (!now.isBefore(one.expires()) || bounced.test(state, one))
        ? new MemberCommand.SetReminders(thing, false)
        : new MemberCommand.RemindInvitation(thing);
  }
}
