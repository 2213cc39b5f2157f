package org.caucus.command;

/** Something a seat, or the server on its behalf, asks of a workspace. */
public interface Command {
  /**
   * A command by somebody who was shown who reads what comes of it. If by now more people would,
   * nothing is done: they did not say it to those.
   *
   * @param audience what they were shown, in its wire form
   */
  record Knowing(Command command, String audience) implements Command {}
}
