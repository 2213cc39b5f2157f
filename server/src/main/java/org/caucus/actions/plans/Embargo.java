package org.caucus.actions.plans;

import java.time.Duration;
import java.time.Instant;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;

/**
 * A widening that waits: until then only those who read it now do, and then the others at once.
 *
 * @param until the instant, by the log's clock
 * @param to who reads it from then on
 * @param by who set it
 */
public record Embargo(Instant until, Audience to, SeatId by) {
  /** How far ahead an embargo may end. */
  public static final Duration LONGEST = Duration.ofDays(731);
}
