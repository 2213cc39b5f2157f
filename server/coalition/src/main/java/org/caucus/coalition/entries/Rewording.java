package org.caucus.coalition.entries;

import org.caucus.kernel.Command;

/** A command that gives an entry other words, in the place where it is read. */
public interface Rewording extends Command {
  /** The id of the entry. */
  String entry();
}
