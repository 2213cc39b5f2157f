package org.caucus.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.AudienceDecider;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.coalition.access.handover.HandoverDecider;
import org.caucus.coalition.access.membership.MemberDecider;
import org.caucus.coalition.access.viewas.ViewAsCommand;
import org.caucus.coalition.access.viewas.ViewAsDecider;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDecider;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.EntryLetter;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListDecider;
import org.caucus.coalition.lists.imports.ImportCommand;
import org.caucus.coalition.lists.imports.ImportDecider;
import org.caucus.coalition.lists.subscriptions.DeliveryPreferenceDecider;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterDecider;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueDecider;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateDecider;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.coalition.updates.drafts.DraftDecider;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Finds the decider of a command. */
public final class CommandDispatcher {
  private CommandDispatcher() {}

  /** The events a command leads to, or {@link org.caucus.kernel.Refusal}. Pure. */
  public static List<Event> decide(Workspace state, Command command, CommandContext act) {
    return switch (command) {
      case Command.Knowing k -> known(state, k, decide(state, k.command(), act), act);
      case Command.Judged j -> judged(state, j, act);
      case MemberCommand.EndSeat c -> HandoverDecider.end(state, c, act);
      case HandoverCommand c -> HandoverDecider.decide(state, c, act);
      case MemberCommand.AcceptInvitation c -> accepted(state, c, act);
      case MemberCommand c -> MemberDecider.decide(state.members(), c, act);
      case ImportCommand c -> ImportDecider.decide(state, c, act);
      case ListCommand c -> LetterDecider.orHeld(state, c, act, ListDecider.decide(state, c, act));
      case IssueCommand c ->
          LetterDecider.orHeld(state, c, act, IssueDecider.decide(state, c, act));
      case UpdateCommand c ->
          LetterDecider.orHeld(state, c, act, UpdateDecider.decide(state, c, act));
      case DraftCommand c ->
          LetterDecider.orHeld(state, c, act, DraftDecider.decide(state, c, act));
      case ActionCommand c ->
          LetterDecider.orHeld(state, c, act, ActionDecider.decide(state, c, act));
      case LetterCommand c -> LetterDecider.decide(state, c, act);
      case ViewAsCommand c -> ViewAsDecider.decide(state, c, act);
      case AudienceCommand c -> AudienceDecider.decide(state, c, act);
      default -> throw new IllegalStateException("no decider for " + command.getClass());
    };
  }

  /**
   * The events, if nobody outside of who their author was shown reads any of them. Asked of what
   * they lead to, whatever was asked for: so it holds of commands that are yet to be written.
   */
  private static List<Event> known(
      Workspace state, Command.Knowing shown, List<Event> events, CommandContext act) {
    Audience audience = Audience.parse(shown.audience());
    Commit commit = new Commit(state.sequence() + 1, act.id(), act.at(), act.seat(), null, events);
    Workspace after = state.evolve(commit);
    for (Event event : events) {
      Scope readers = readers(after, event, commit);
      if (!after.access().isWithin(readers, audience)) {
        throw Refusal.widened(readers.audience().wire());
      }
    }
    return events;
  }

  private static List<Event> judged(Workspace state, Command.Judged judged, CommandContext act) {
    List<Commit> history = state.history();
    for (int i = Math.toIntExact(judged.sequence()); i < history.size(); i++) {
      Commit since = history.get(i);
      boolean own = since.key() != null && since.key().isOfLetter(judged.letter());
      if (!own && since.events().stream().anyMatch(e -> isOf(e, judged.messageId()))) {
        throw new Overloaded();
      }
    }
    return decide(state, judged.command(), act);
  }

  private static boolean isOf(Event event, String messageId) {
    return messageId.equals(
        switch (event) {
          case EntryEvent.EntryPosted e -> messageId(e.letter());
          case LetterEvent.LetterHeld e -> messageId(e.letter());
          case LetterEvent.LetterObeyed e -> e.messageId();
          case LetterEvent.WordTaken e -> e.letter();
          default -> null;
        });
  }

  private static @Nullable String messageId(@Nullable EntryLetter letter) {
    return letter == null ? null : letter.messageId();
  }

  /** Who reads what is held is who would read it then; that it was decided is a matter apart. */
  private static Scope readers(Workspace after, Event event, Commit commit) {
    return switch (event) {
      case LetterEvent.LetterHeld e ->
          HeldLetters.readers(after, after.letters().find(e.id()).orElseThrow());
      case LetterEvent e -> Scope.place(Audience.named(List.of()));
      default -> EventDescriptions.of(after, event, commit).scope();
    };
  }

  /** Anyone who takes a seat gets the mail of lists as was stated when they were invited. */
  private static List<Event> accepted(
      Workspace state, MemberCommand.AcceptInvitation c, CommandContext act) {
    List<Event> came = new ArrayList<>(MemberDecider.decide(state.members(), c, act));
    state.history().stream()
        .flatMap(commit -> commit.events().stream())
        .filter(e -> e instanceof MemberEvent.Invited i && i.id().equals(c.id()))
        .map(MemberEvent.Invited.class::cast)
        .filter(i -> i.terms() != null)
        .findFirst()
        .ifPresent(
            i ->
                came.addAll(
                    DeliveryPreferenceDecider.newcomer(
                        state,
                        new SeatId(act.thing()),
                        i.organisation(),
                        Objects.requireNonNull(i.terms()))));
    return came;
  }
}
