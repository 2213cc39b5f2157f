package org.caucus.notices;

import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.DeadLetters;
import org.caucus.log.followers.Subscriptions;

/** Fails a test whose mail got stuck. */
final class Loud implements Subscriptions.Listener {
  @Override
  public void dead(DeadLetters.DeadLetter letter) {
    throw new AssertionError("a record was given up: " + letter);
  }

  @Override
  public void stalled(String follower, WorkspaceId workspace, Throwable cause) {
    throw new AssertionError(cause);
  }
}
