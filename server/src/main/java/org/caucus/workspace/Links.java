package org.caucus.workspace;

import java.util.Optional;
import org.caucus.command.Ref;
import org.caucus.members.Scope;
import org.caucus.updates.Updates;

/** Finds what an update can link to: issues, by id or label, actions and other updates. */
final class Links {
  private Links() {}

  static Optional<Updates.Linked> of(Workspace w, Ref ref) {
    return switch (ref.kind()) {
      case ISSUE ->
          w.issues().find(ref.id()).flatMap(i -> end(w, i.ref(), i.label() + " " + i.title()));
      case ACTION -> w.actions().find(ref.id()).flatMap(a -> end(w, a.ref(), a.title()));
      case UPDATE -> w.updates().find(ref.id()).flatMap(u -> end(w, u.ref(), u.title()));
      default -> Optional.empty();
    };
  }

  private static Optional<Updates.Linked> end(Workspace w, Ref ref, String title) {
    Optional<Scope> scope = w.scopeOf(ref);
    return scope.map(s -> new Updates.Linked(ref, title, s));
  }
}
