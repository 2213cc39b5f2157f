package org.caucus.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.viewas.ViewAsEvent;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Event;
import org.caucus.platform.eventlog.LogException;

/**
 * The names event types have in the log. A name is never changed, never reused and never removed; a
 * golden file per name is read by a test for ever.
 */
public final class EventTypes {
  private static final Map<String, Class<? extends Event>> BY_NAME = new LinkedHashMap<>();
  private static final Map<Class<?>, String> BY_CLASS = new LinkedHashMap<>();

  static {
    name("workspace.opened", MemberEvent.WorkspaceOpened.class);
    name("organisation.added", MemberEvent.OrganisationAdded.class);
    name("invitation.sent", MemberEvent.Invited.class);
    name("invitation.revoked", MemberEvent.InvitationRevoked.class);
    name("seat.taken", MemberEvent.SeatTaken.class);
    name("seat.ended", MemberEvent.SeatEnded.class);
    name("organisation.proposed", MemberEvent.OrganisationProposed.class);
    name("organisation.declined", MemberEvent.ProposalDeclined.class);
    name("seat.role-changed", MemberEvent.RoleChanged.class);
    name("seat.handed-over", MemberEvent.SeatHandedOver.class);
    name("record.exported", MemberEvent.RecordExported.class);
    name("recovery.confirmed", MemberEvent.RecoveryConfirmed.class);
    name("recovery.awaited", MemberEvent.RecoveryAwaited.class);
    name("recovery.called-off", MemberEvent.RecoveryCalledOff.class);
    name("sign-in.ruled", MemberEvent.SignInRuled.class);
    name("list.opened", ListEvent.ListOpened.class);
    name("thread.started", ListEvent.ThreadStarted.class);
    name("archive.import-begun", ListEvent.ImportBegun.class);
    name("thread.imported", ListEvent.ThreadImported.class);
    name("delivery.set", ListEvent.DeliverySet.class);
    name("delivery.chosen", ListEvent.DeliveryChosen.class);
    name("personal-mail.chosen", ListEvent.PersonalMailChosen.class);
    name("thing.chosen", ListEvent.ThingChosen.class);
    name("list.styled", ListEvent.ListStyled.class);
    name("list.privacy-chosen", ListEvent.PrivacyChosen.class);
    name("mail.suspended", ListEvent.MailSuspended.class);
    name("mail.resumed", ListEvent.MailResumed.class);
    name("mail.departure-hinted", ListEvent.DepartureHinted.class);
    name("mail-content.set", ListEvent.MailContentSet.class);
    name("entry.posted", EntryEvent.EntryPosted.class);
    name("entry.imported", EntryEvent.EntryImported.class);
    name("tracker.opened", IssueEvent.TrackerOpened.class);
    name("tracker.arranged", IssueEvent.TrackerArranged.class);
    name("issue.opened", IssueEvent.IssueOpened.class);
    name("issue.edited", IssueEvent.IssueEdited.class);
    name("issue.closed", IssueEvent.IssueClosed.class);
    name("issue.reopened", IssueEvent.IssueReopened.class);
    name("issue.quieted", IssueEvent.IssueQuieted.class);
    name("issue.watched", IssueEvent.IssueWatched.class);
    name("issue.unwatched", IssueEvent.IssueUnwatched.class);
    name("issue.related", IssueEvent.IssueRelated.class);
    name("issue.unrelated", IssueEvent.IssueUnrelated.class);
    name("view.saved", IssueEvent.ViewSaved.class);
    name("view.removed", IssueEvent.ViewRemoved.class);
    name("update.posted", UpdateEvent.UpdatePosted.class);
    name("update.passed-on", UpdateEvent.UpdatePassedOn.class);
    name("update.corrected", UpdateEvent.UpdateCorrected.class);
    name("update.staged", UpdateEvent.StageReached.class);
    name("update.retracted", UpdateEvent.UpdateRetracted.class);
    name("update.acknowledged", UpdateEvent.UpdateAcknowledged.class);
    name("update.drafted", DraftEvent.UpdateDrafted.class);
    name("draft.revised", DraftEvent.DraftRevised.class);
    name("draft.returned", DraftEvent.DraftReturned.class);
    name("draft.confirmed", DraftEvent.DraftConfirmed.class);
    name("draft.published", DraftEvent.DraftPublished.class);
    name("draft.held-back", DraftEvent.DraftHeldBack.class);
    name("draft.discarded", DraftEvent.DraftDiscarded.class);
    name("company.ruled", DraftEvent.CompanyRuled.class);
    name("question.asked", UpdateEvent.QuestionAsked.class);
    name("question.answered", UpdateEvent.QuestionAnswered.class);
    name("action.planned", ActionEvent.ActionPlanned.class);
    name("action.edited", ActionEvent.ActionEdited.class);
    name("action.committed", ActionEvent.Committed.class);
    name("action.detailed", ActionEvent.ActionDetailed.class);
    name("action.answered", ActionEvent.Answered.class);
    name("action.attended", ActionEvent.AttendanceNoted.class);
    name("action.minuted", ActionEvent.MinutesWritten.class);
    name("action.replied", ActionEvent.ReplyRecorded.class);
    name("action.overdue", ActionEvent.ReplyOverdue.class);
    name("action.reminded", ActionEvent.Reminded.class);
    name("action.embargoed", ActionEvent.Embargoed.class);
    name("letter.held", LetterEvent.LetterHeld.class);
    name("letter.approved", LetterEvent.HoldApproved.class);
    name("letter.turned-away", LetterEvent.HoldRefused.class);
    name("letter.discarded", LetterEvent.HoldDiscarded.class);
    name("letter.withdrawn", LetterEvent.HoldWithdrawn.class);
    name("letter.expired", LetterEvent.HoldExpired.class);
    name("letter.reminded", LetterEvent.HoldReminded.class);
    name("list.ruled", LetterEvent.ListRuled.class);
    name("list.stopped", LetterEvent.ListStopped.class);
    name("seat.moderated", LetterEvent.SeatModerated.class);
    name("letter.refused", LetterEvent.LetterRefused.class);
    name("letter.passed-on", LetterEvent.LetterPassedOn.class);
    name("letter.obeyed", LetterEvent.LetterObeyed.class);
    name("letter.word", LetterEvent.WordTaken.class);
    name("letter.took-back", LetterEvent.LetterTookBack.class);
    name("letter.dropped", LetterEvent.LetterDropped.class);
    name("audience.widened", AudienceEvent.Widened.class);
    name("audience.narrowed", AudienceEvent.Narrowed.class);
    name("entry.released", AudienceEvent.Released.class);
    name("look.begun", ViewAsEvent.Begun.class);
  }

  private EventTypes() {}

  private static void name(String name, Class<? extends Event> type) {
    BY_NAME.put(name, type);
    BY_CLASS.put(type, name);
  }

  /** The name of an event's type. */
  public static String of(Event event) {
    return Objects.requireNonNull(BY_CLASS.get(event.getClass()), "unnamed event type");
  }

  /** All names and their types. */
  public static Map<String, Class<? extends Event>> all() {
    return Map.copyOf(BY_NAME);
  }

  static Class<? extends Event> type(String name) {
    Class<? extends Event> type = BY_NAME.get(name);
    if (type == null) {
      throw new LogException.Newer("an event (" + name + ")", null);
    }
    return type;
  }
}
