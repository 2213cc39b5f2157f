package org.caucus.app.wiring;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.subscriptions.DeadLetters;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator of what followers could not do, by ids alone. */
final class SubscriptionAlerts implements Subscriptions.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionAlerts.class);

  private final Set<String> stalled = ConcurrentHashMap.newKeySet();

  /** Followers that could not read on somewhere, and perhaps can by now. */
  Set<String> stalled() {
    return Set.copyOf(stalled);
  }

  @Override
  public void dead(DeadLetters.DeadLetter letter) {
    LOG.error(
        "follower {} gave up record {} of {}: {}",
        letter.follower(),
        letter.sequence(),
        letter.workspace(),
        letter.cause());
  }

  @Override
  public void stalled(String follower, WorkspaceId workspace, Throwable cause) {
    stalled.add(follower);
    LOG.error(
        "follower {} cannot read on in {}: {}",
        follower,
        workspace,
        cause.getClass().getSimpleName());
  }
}
