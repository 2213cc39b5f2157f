package org.caucus.coalition.entries;

import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;

/** A command that says something under a thing and does nothing else, so that it can wait. */
public interface Comment extends Command {
  /** The thing. */
  Ref on();

  /** What is said. */
  Post post();
}
