package org.caucus.kernel;

/** Something a seat, or the server on its behalf, asks of a workspace. */
public interface Command {
  /**
   * Whether it says words that cannot wait until a convenor has read them: it does more than say
   * them, and a hold would lose the rest. It is refused for anyone who is read first.
   */
  default boolean saysMore() {
    return false;
  }

  /**
   * A command by somebody who was shown who reads what comes of it. If by now more people would,
   * nothing is done: they did not say it to those.
   *
   * @param audience what they were shown, in its wire form
   */
  record Knowing(Command command, String audience) implements Command {}

  /**
   * What a letter asks for, judged by a state in which no other letter had its Message-ID, or not
   * to the same end. If another node took in one with that since, nothing is done and it is judged
   * anew: it may be the same.
   *
   * @param letter its id, as in its {@link IdempotencyKey}
   * @param sequence of the newest commit of that state
   */
  record Judged(Command command, String letter, String messageId, long sequence)
      implements Command {}
}
