package org.caucus.messaging.notifications;

import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.subscriptions.DeadLetters;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;

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
