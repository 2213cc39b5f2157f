package org.caucus.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.membership.MemberDecider;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.lists.subscriptions.DeliveryPreferenceDecider;
import org.caucus.coalition.moderation.LetterDecider;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Finds the decider of a command. */
public final class CommandDispatcher {
  private CommandDispatcher() {}

  /** The events a command leads to, or {@link org.caucus.kernel.Refusal}. Pure. */
  public static List<Event> decide(Workspace state, Command command, CommandContext act) {
    if (command instanceof Command.Knowing k) {
      return known(state, k, decide(state, k.command(), act), act);
    }
    if (command instanceof Command.Judged j) {
      return judged(state, j, act);
    }
    CommandFamily<? super Workspace, ?> family = Capabilities.of(command);
    List<Event> events =
        MentionRecorder.with(state, command, act, family.decide(state, command, act));
    OpenPlaces.mustBeOpen(state, command, act, events);
    return family.moderated() ? LetterDecider.orHeld(state, command, act, events) : events;
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
      Scope readers = Capabilities.readers(after, event, commit);
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
      if (!own
          && since.events().stream()
              .anyMatch(e -> judged.messageId().equals(Capabilities.messageId(e)))) {
        throw new Overloaded();
      }
    }
    return decide(state, judged.command(), act);
  }

  /** Anyone who takes a seat gets the mail of lists as was stated when they were invited. */
  static List<Event> accepted(
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
