package org.caucus.looks;

import org.caucus.command.Command;

/** What can be asked of looks. */
public sealed interface ViewAsCommand extends Command {
  /** Begins to see the workspace as this company's liaisons see it. */
  record Begin(String company) implements ViewAsCommand {}
}
