package org.caucus;

import org.caucus.log.LogException;
import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.DeadLetters;
import org.caucus.log.followers.Followers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator of what followers could not do, by ids alone. */
final class FollowerTrouble implements Followers.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(FollowerTrouble.class);

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
  public void stalled(String follower, WorkspaceId workspace, LogException cause) {
    LOG.error(
        "follower {} cannot read on in {}: {}",
        follower,
        workspace,
        cause.getClass().getSimpleName());
  }
}
