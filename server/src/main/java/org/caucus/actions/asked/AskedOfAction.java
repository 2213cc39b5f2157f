package org.caucus.actions.asked;

import java.util.ArrayList;
import java.util.List;
import org.caucus.actions.Action;
import org.caucus.actions.ActionCommand;
import org.caucus.actions.ActionDecider;
import org.caucus.actions.Actions;
import org.caucus.actions.presence.Presence;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.entries.Post;
import org.caucus.hints.OwnWords;

/** What a letter does to the action it answers, by the rules of the browser. Pure. */
public final class AskedOfAction {
  private AskedOfAction() {}

  /** The events it leads to, or {@link Refused}. */
  public static List<Event> decide(
      Actions.Held state, String id, ActionAsks change, Post post, Act act) {
    Action action = ActionDecider.readable(state, id, act);
    List<Event> events = new ArrayList<>();
    if (change.edits()) {
      events.addAll(ActionDecider.decide(state, change.edited(action), act));
    }
    if (change.came() != null) {
      events.addAll(ActionDecider.decide(state, came(state, action, change.came(), act), act));
    }
    if (change.embargo() != null) {
      events.addAll(ActionDecider.decide(state, change.embargo().of(id), act));
    }
    if (change.isMinutes()) {
      events.addAll(ActionDecider.decide(state, minutes(state, action, post, act), act));
    }
    return events;
  }

  /** Nobody who was noted is left out by a letter whose author may not have seen it. */
  private static ActionCommand came(Actions.Held state, Action action, List<SeatId> came, Act act) {
    boolean lost =
        action.presence().attendances().stream()
            .filter(a -> isRead(state, action, a, act))
            .anyMatch(a -> !came.containsAll(a.present()));
    if (lost) {
      throw Refused.conflict(
          "Who came is noted already, and others too. Change it on the page, so that nobody is"
              + " lost.");
    }
    return new ActionCommand.NoteAttendance(action.id(), came);
  }

  private static boolean isRead(Actions.Held state, Action action, Presence.Noted noted, Act act) {
    return state.access().canRead(act.by(), action.scope().holds(noted.audience(), noted.at()));
  }

  /** Nobody's minutes are replaced by a letter whose author may not have seen them. */
  private static ActionCommand minutes(Actions.Held state, Action action, Post post, Act act) {
    boolean there =
        action.presence().minutes().stream().anyMatch(m -> isRead(state, action, m, act));
    if (there) {
      throw Refused.conflict(
          "Minutes are there already. Change them on the page, so that nothing of them is lost.");
    }
    String text = OwnWords.of(post.text());
    if (text.isBlank()) {
      throw Refused.invalid("text", "There are no words in it that could be the minutes.");
    }
    return new ActionCommand.WriteMinutes(action.id(), text);
  }
}
