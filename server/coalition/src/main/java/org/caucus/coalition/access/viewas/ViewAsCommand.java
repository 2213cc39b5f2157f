package org.caucus.coalition.access.viewas;

import org.caucus.kernel.Command;

/** What can be asked of looks. */
public sealed interface ViewAsCommand extends Command {
  /** Begins to see the workspace as this company's liaisons see it. */
  record Begin(String company) implements ViewAsCommand {}
}
