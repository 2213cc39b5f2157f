package org.caucus.views.search;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionAttendance;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Workspace;

/**
 * Minutes as documents of their own, beside the action that they belong to: there may be several,
 * each for those who read the action when they were written. Here, and nowhere else, each has a
 * name: that of its action, who wrote it and when.
 */
final class MinutesOf {
  private static final char MARK = '~';

  private MinutesOf() {}

  /** The name of these minutes. */
  private static Ref name(String action, ActionAttendance.Minutes m) {
    return Ref.to(Ref.Kind.ACTION, action + MARK + m.by().value() + MARK + m.at());
  }

  /** Stands for all that an action has, whichever they are. */
  static Ref all(String action) {
    return Ref.to(Ref.Kind.ACTION, action + MARK);
  }

  /** The names of all that an action has now. */
  static List<Ref> names(Workspace state, Ref action) {
    return state.actions().find(action.id()).stream()
        .flatMap(a -> a.presence().minutes().stream().map(m -> name(a.id(), m)))
        .toList();
  }

  /** The action that these minutes, or anything else, are of. */
  static Ref action(Ref name) {
    int mark = name.kind() == Ref.Kind.ACTION ? name.id().indexOf(MARK) : -1;
    return mark < 0 ? name : Ref.to(Ref.Kind.ACTION, name.id().substring(0, mark));
  }

  /** Whether this is the name of minutes. */
  static boolean isName(Ref name) {
    return !action(name).equals(name);
  }

  /** The minutes of that name; empty if others stand in their place. */
  static Optional<ActionAttendance.Minutes> find(Workspace state, Ref name) {
    String action = action(name).id();
    return state.actions().find(action).stream()
        .flatMap(a -> a.presence().minutes().stream())
        .filter(m -> name(action, m).equals(name))
        .findFirst();
  }

  /** Where a document stands, be it minutes or what has a name everywhere. */
  static Optional<Scope> scope(Workspace state, Ref name) {
    if (!isName(name)) {
      return state.scopeOf(name);
    }
    Optional<Action> action = state.actions().find(action(name).id());
    return action.flatMap(a -> find(state, name).map(m -> a.scope().holds(m.audience(), m.at())));
  }
}
