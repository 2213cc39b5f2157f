package org.caucus.views.audit.export;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.caucus.http.filters.CostlyRequestLimiter;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.ratelimit.ConcurrencySlots;
import org.caucus.platform.ratelimit.RateLimited;
import org.caucus.platform.ratelimit.TokenBuckets;

/**
 * How often copies may be asked for: each reads a whole log. Counted per node, in memory.
 *
 * <p>That somebody takes a copy is theirs to know, and in the audit view the convenors'. So anyone
 * who is turned away because of others hears what a busy server says of anything that costs much
 * ({@link CostlyRequestLimiter}), and as long as others are few, nothing.
 */
final class MemberExportLimits {
  /** Copies for one seat within {@link #WINDOW}. */
  static final int PER_SEAT = 6;

  /** The time that count is for. */
  static final Duration WINDOW = Duration.ofHours(1);

  /** Copies under way at once on one node: what else costs much always finds room beside them. */
  static final int AT_ONCE = CostlyRequestLimiter.IN_ALL * 3 / 4;

  /** Of these for one workspace. */
  static final int OF_WORKSPACE = CostlyRequestLimiter.IN_ALL / 2;

  /** Of these for one person, whatever seats they have. */
  static final int OF_PERSON = 1;

  private static final String ALL = "";

  private final ConcurrencySlots underWay = new ConcurrencySlots();
  private final TokenBuckets seats =
      new TokenBuckets(InstantSource.system(), new TokenBuckets.Limit(PER_SEAT, WINDOW));

  /** Takes a place; {@link RateLimited} if there is none. The caller gives it back. */
  void take(WorkspaceId workspace, SeatId seat, String person) {
    if (!underWay.take(
        Map.of(ALL, AT_ONCE, workspace.value(), OF_WORKSPACE, theirs(person), OF_PERSON))) {
      throw new RateLimited(CostlyRequestLimiter.RETRY_AFTER_SECONDS);
    }
    long wait = seats.count(seat.value());
    if (wait > 0) {
      giveBack(workspace, person);
      throw new RateLimited(wait);
    }
  }

  void giveBack(WorkspaceId workspace, String person) {
    underWay.giveBack(List.of(ALL, workspace.value(), theirs(person)));
  }

  private static String theirs(String person) {
    return "person " + person;
  }
}
