package org.caucus.operator.keys;

import java.util.Optional;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorContext;

/** How an operator names a workspace: by its slug, or by its id when nothing else is left of it. */
final class WorkspaceArgument {
  /** Stands for what belongs to the installation and to no workspace. */
  static final String INSTALLATION = "installation";

  private WorkspaceArgument() {}

  /** The workspace; empty, and the console told, if there is none of that name. */
  static Optional<WorkspaceId> find(OperatorContext desk, Console console, String name) {
    if (name.equals(INSTALLATION)) {
      return Optional.of(WorkspaceId.SYSTEM);
    }
    if (RandomIds.isId(name)) {
      return Optional.of(new WorkspaceId(name));
    }
    Optional<WorkspaceId> found = bySlug(desk, name);
    if (found.isEmpty()) {
      console.note("There is no workspace " + name + ". Give its slug or its id.");
    }
    return found;
  }

  static Optional<WorkspaceId> bySlug(OperatorContext desk, String slug) {
    return desk.directory().find(slug).await();
  }
}
