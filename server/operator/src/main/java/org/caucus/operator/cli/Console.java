package org.caucus.operator.cli;

import java.nio.file.Path;

/** Whom a command speaks with: the operator's terminal, here or at the other end of the socket. */
public interface Console {
  /** One line of the answer. */
  void say(String line);

  /** One line on what went wrong, or on how far a long work is. */
  void note(String line);

  /**
   * Asks for a secret: from the terminal without echo, or the first line of standard input. Empty
   * if there is none to be had.
   */
  char[] secret(String prompt);

  /** A path the operator gave, as seen from the operator's working directory. */
  Path path(Path given);
}
