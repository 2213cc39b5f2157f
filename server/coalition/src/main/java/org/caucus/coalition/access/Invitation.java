package org.caucus.coalition.access;

import java.time.Duration;
import java.time.Instant;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * A seat offered to one mail address: single use, expiring, revocable.
 *
 * @param name the name to suggest, if the inviter gave one
 * @param succeeds the seat that the person who accepts is meant to take over from
 */
public record Invitation(
    String id,
    String address,
    @Nullable String name,
    String organisation,
    Role role,
    SeatId by,
    Instant at,
    @Nullable SeatId succeeds) {
  /** How long an invitation can be accepted. */
  public static final Duration LIFETIME = Duration.ofDays(14);

  /** When it stops being acceptable. */
  public Instant expires() {
    return at.plus(LIFETIME);
  }
}
