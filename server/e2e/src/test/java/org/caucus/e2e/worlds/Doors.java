package org.caucus.e2e.worlds;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.mailcommands.MailCommandDecider;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.polls.PollEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.trackers.views.ViewLayout;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.moderation.ScheduledHoldReminders;
import org.caucus.workspace.CommandDispatcher;
import org.caucus.workspace.Commit;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Every verb tried on names a seat should not know. */
final class Doors {
  private static final int LONGEST_SEARCHED = 100;

  private static final ScheduledHoldReminders OF_HELD = new ScheduledHoldReminders();

  private static final ViewLayout ALL = new ViewLayout("list", "", false, false, "usual", "none");

  private Doors() {}

  /** What an event makes, by its name. */
  static Optional<Ref> made(Event event) {
    return switch (event) {
      case EntryEvent.EntryPosted e -> Optional.of(Ref.to(Ref.Kind.ENTRY, e.id()));
      case ListEvent.ThreadStarted e -> Optional.of(Ref.to(Ref.Kind.THREAD, e.id()));
      case ListEvent.ListOpened e -> Optional.of(Ref.to(Ref.Kind.LIST, e.slug()));
      case IssueEvent.TrackerOpened e -> Optional.of(Ref.to(Ref.Kind.TRACKER, e.key()));
      case IssueEvent.IssueOpened e -> Optional.of(Ref.to(Ref.Kind.ISSUE, e.id()));
      case UpdateEvent.UpdatePosted e -> Optional.of(Ref.to(Ref.Kind.UPDATE, e.id()));
      case ActionEvent.ActionPlanned e -> Optional.of(Ref.to(Ref.Kind.ACTION, e.id()));
      case DraftEvent.UpdateDrafted e -> Optional.of(Ref.to(Ref.Kind.UPDATE, e.id()));
      case LetterEvent.LetterHeld e -> Optional.of(Ref.to(Ref.Kind.HOLD, e.id()));
      case MemberEvent.Invited e -> Optional.of(Ref.to(Ref.Kind.INVITATION, e.id()));
      default -> Optional.empty();
    };
  }

  /** Whether this publishes a draft that was edited in that. */
  static boolean publishes(Commit now, Commit before) {
    return before.events().stream()
        .filter(DraftEvent.DraftRevised.class::isInstance)
        .map(event -> ((DraftEvent.DraftRevised) event).id())
        .anyMatch(
            id ->
                now.events().stream()
                    .anyMatch(e -> e instanceof DraftEvent.DraftPublished p && p.id().equals(id)));
  }

  /**
   * Whether this takes back a hidden invitation that was open to this reader until now. A convenor
   * decides on all that are open, whenever they came (0400): one of before their organisation
   * joined is on their page too, and that it was taken back is told to them, though not that it was
   * sent.
   *
   * @param then before it
   */
  static boolean takesBack(Workspace then, Commit now, Commit before, SeatId reader) {
    return before.events().stream()
        .flatMap(e -> e instanceof MemberEvent.Invited i ? Stream.of(i.id()) : null)
        .filter(id -> now.events().contains(new MemberEvent.InvitationRevoked(id)))
        .filter(id -> then.members().invitation(id, now.at()).isPresent())
        .map(id -> then.scopeOf(Ref.to(Ref.Kind.INVITATION, id)).orElseThrow())
        .anyMatch(scope -> then.access().canRead(reader, scope));
  }

  /** What each verb answers for each name; refusals by their kind and words. */
  static List<String> answers(Workspace now, SeatId seat, List<Ref> names) {
    List<String> answers = new ArrayList<>();
    var threads = View.of(now, seat).getJsonObject("threads", new JsonObject()).fieldNames();
    String readable = threads.stream().sorted().findFirst().orElse(null);
    for (Ref name : names) {
      for (Command command : verbs(name, readable)) {
        answers.add(answer(now, seat, command));
      }
    }
    return answers;
  }

  private static String answer(Workspace now, SeatId seat, Command command) {
    try {
      CommandContext act = new CommandContext("c", View.NOW, seat, "t", "e");
      return CommandDispatcher.decide(now, command, act).toString();
    } catch (Refusal no) {
      return no.kind() + " " + no.field() + " " + no.why() + " " + no.current();
    }
  }

  /** An update that would link to it. */
  private static UpdateCommand.PostUpdate linking(Ref name) {
    return new UpdateCommand.PostUpdate(
        null,
        Update.Kind.STATUS,
        Update.Stage.NOTED,
        "Tried",
        "Tried.",
        Update.Attribution.ON_RECORD,
        null,
        null,
        List.of(),
        new UpdateReferences(null, List.of(name), null));
  }

  /** A poll that would hang on it. */
  private static PollCommand.OpenPoll about(Ref name) {
    return new PollCommand.OpenPoll(
            Poll.Kind.CONSENT,
            "Tried",
            "",
            List.of(),
            Poll.VoiceOf.ORGANISATION,
            null,
            null,
            View.NOW.plus(Duration.ofDays(7)),
            Poll.Silence.COUNTS_AS_NOTHING,
            Poll.Shown.LIVE,
            ZoneOffset.UTC,
            null)
        .on(name);
  }

  /** Of its own kind and of all others: an id may be tried anywhere. */
  private static List<Command> verbs(Ref name, @Nullable String readable) {
    String id = name.id();
    Post post = Post.web("Tried.", null, null);
    List<Command> verbs = new ArrayList<>();
    verbs.add(new ListCommand.StartThread(id, "Tried", post));
    verbs.add(new ListCommand.AnswerThread(id, post));
    verbs.add(new ListCommand.SetDelivery(id, Delivery.NONE));
    verbs.add(new IssueCommand.OpenIssue(id, "Tried", "", "", List.of(), null, null, null));
    verbs.add(new IssueCommand.CommentIssue(id, post));
    verbs.add(new IssueCommand.EditIssue(id, 1, "Tried", null, null, null, null, false, null));
    verbs.add(new IssueCommand.CloseIssue(id, IssueState.DONE, "Tried"));
    verbs.add(new IssueCommand.ReopenIssue(id));
    verbs.add(new UpdateCommand.CommentUpdate(id, post));
    verbs.add(new UpdateCommand.CommentUpdate(id, post, true));
    verbs.add(new UpdateCommand.CorrectUpdate(id, 1, null, "Tried", null, null, ""));
    verbs.add(new UpdateCommand.ReachStage(id, Update.Stage.DONE, ""));
    verbs.add(new UpdateCommand.RetractUpdate(id, "Tried"));
    verbs.add(new UpdateCommand.AcknowledgeUpdate(id));
    verbs.add(linking(name));
    verbs.add(new UpdateCommand.ReviseDraft(id, 1, linking(name), null));
    verbs.add(new UpdateCommand.ReviseDraft(id, 1, linking(name), null, List.of(id)));
    verbs.add(new DraftCommand.ConfirmDraft(id, 1));
    verbs.add(new DraftCommand.ReturnDraft(id, 1, "Tried"));
    verbs.add(new DraftCommand.ConfirmDraft(id));
    verbs.add(new DraftCommand.DiscardDraft(id));
    verbs.add(new DraftCommand.PublishDue(id));
    verbs.add(new ActionCommand.CommentAction(id, post));
    verbs.add(
        new ActionCommand.EditAction(
            id, 1, "Tried", null, Action.State.DONE, null, null, null, null));
    verbs.add(new ActionCommand.Commit(id, null, Commitment.Answer.WILL, "Tried"));
    verbs.add(new LetterCommand.ApproveHold(id));
    verbs.add(new LetterCommand.RefuseHold(id, "Tried"));
    verbs.add(new LetterCommand.DiscardHold(id));
    verbs.add(new LetterCommand.WithdrawHold(id));
    verbs.add(new LetterCommand.StopList(id, true));
    verbs.add(
        new LetterCommand.RuleList(
            id, ModerationSettings.Strangers.REFUSE, ModerationSettings.Proof.ASK));
    verbs.add(new MemberCommand.RevokeInvitation(id));
    verbs.add(new MemberCommand.RenewInvitation(id, true));
    verbs.add(new MemberCommand.RemindInvitation(id));
    verbs.add(new MemberCommand.SetReminders(id, false));
    verbs.add(new AudienceCommand.Change(name, Audience.everyone(), "", List.of()));
    verbs.addAll(newer(name));
    if (readable != null) {
      verbs.add(new ListCommand.AnswerThread(readable, Post.web("Tried.", id, null)));
    }
    return verbs;
  }

  private static List<Command> newer(Ref name) {
    String id = name.id();
    List<Command> verbs = new ArrayList<>();
    verbs.add(new IssueCommand.WatchIssue(id, true));
    verbs.add(new IssueCommand.RelateIssue(id, Relation.Kind.RELATES, name, true));
    verbs.add(new IssueCommand.ArrangeTracker(id, TrackerConfig.USUAL));
    verbs.add(
        new IssueCommand.ArrangeTracker(id, TrackerConfig.USUAL, true, Audience.civilSociety()));
    verbs.add(new IssueCommand.SaveView(id, "Tried", ALL, null));
    verbs.add(new IssueCommand.ChangeView(id, id, "Tried", null));
    verbs.add(new IssueCommand.RemoveView(id, id));
    verbs.add(new ActionCommand.Answer(id, null, Commitment.Answer.WILL, ""));
    verbs.add(new PollCommand.CommentPoll(id, Post.web("Tried.", null, null)));
    verbs.add(new PollCommand.ClosePoll(id));
    verbs.add(about(name));
    verbs.add(new ActionCommand.NoteAttendance(id, List.of()));
    verbs.add(new ActionCommand.WriteMinutes(id, "Tried"));
    verbs.add(new ActionCommand.SetEmbargo(id, null));
    verbs.add(new AudienceCommand.Recall(name, List.of()));
    verbs.add(new ListCommand.StyleList(id, ListStyle.USUAL));
    verbs.add(new ListCommand.ChooseDelivery(id, DeliveryPreference.USUAL));
    return verbs;
  }

  /** What a letter with orders is answered that names it: by its list, or by a Message-ID. */
  static List<String> orders(Workspace now, SeatId seat, List<Ref> names) {
    List<String> answers = new ArrayList<>();
    CommandContext act = new CommandContext("c", View.NOW, seat, "t", "e");
    for (Ref name : names) {
      for (String order : List.of("who ", "index ", "set digest ", "resume ")) {
        try {
          answers.add(MailCommandDecider.decide(now, order + name.id(), "", "", act).toString());
        } catch (Refusal no) {
          answers.add(no.kind() + " " + no.why());
        }
      }
    }
    return answers;
  }

  /**
   * Whether this may show a reader what was hidden from them. A change of who is here may: somebody
   * left, and a held letter became theirs to decide; they became a convenor, and open invitations
   * theirs to see; they took over a seat. A change of who reads a thing may show a relation, which
   * is seen by the person who reads both its ends, and a held letter and what was decided of it, by
   * the person who is asked of letters there. What closes or decides a poll shows what was
   * answered.
   */
  static boolean mayReveal(Event by, List<Event> shown) {
    return switch (by) {
      case MemberEvent _ -> true;
      case AudienceEvent _ ->
          shown.stream()
              .allMatch(e -> e instanceof IssueEvent.IssueRelated || OF_HELD.thing(e).isPresent());
      case PollEvent.PollClosed closed -> shown.stream().allMatch(e -> isAnswer(e, closed.poll()));
      case PollEvent.PollDecided closed -> shown.stream().allMatch(e -> isAnswer(e, closed.poll()));
      default -> false;
    };
  }

  private static boolean isAnswer(Event event, String poll) {
    return switch (event) {
      case PollEvent.BallotCast e -> e.poll().equals(poll);
      case PollEvent.ObjectionResolved e -> e.poll().equals(poll);
      default -> false;
    };
  }

  /** Words that were said, short enough to be looked for. */
  static Stream<String> searched(Event event) {
    String said =
        switch (event) {
          case EntryEvent.EntryPosted e -> e.text();
          case ActionEvent.MinutesWritten e -> e.text();
          default -> "";
        };
    return said.isBlank() || said.length() >= LONGEST_SEARCHED ? Stream.empty() : Stream.of(said);
  }
}
