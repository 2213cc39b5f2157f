package org.caucus.messaging.notifications.digests;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.coalition.lists.Delivery;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/** Notes that there is something for a seat's next digest. */
public final class DigestNotes {
  /** What gathers of no list: notices. */
  public static final String NOTICES = "";

  /** How often a note is tried while others write theirs. */
  private static final int TRIES = 20;

  private final PendingDigests gatherings;
  private final InstantSource clock;

  /** Notes in these gatherings. */
  public DigestNotes(PendingDigests gatherings, InstantSource clock) {
    this.gatherings = gatherings;
    this.clock = clock;
  }

  /**
   * That there is something for a seat.
   *
   * @param list empty for notices
   * @param sequence of the commit it came with; what is noted of one is noted at once
   * @param posts how many there are that everyone who reads the list can read
   * @param items what they are, for notices: {@code sequence/event}
   * @param notBefore when it may leave
   */
  public record News(
      SeatId seat, String list, long sequence, int posts, List<String> items, Instant notBefore) {
    /** Keeps the items as they are now. */
    public News {
      items = List.copyOf(items);
    }
  }

  /** Notes it; what was noted of this commit before stays as it is. */
  public Future<Void> note(Workspace state, News news) {
    return note(state, news, TRIES);
  }

  private Future<Void> note(Workspace state, News news, int tries) {
    return gatherings
        .find(PendingDigest.id(state.id(), news.seat(), news.list()))
        .compose(found -> noted(state, news, found))
        .compose(
            done ->
                done
                    ? Future.succeededFuture()
                    : tries > 1
                        ? note(state, news, tries - 1)
                        : Future.failedFuture(
                            new IllegalStateException("others write this gathering all the time")));
  }

  private Future<Boolean> noted(Workspace state, News news, Optional<PendingDigests.Held> found) {
    if (found.isEmpty()) {
      var fresh =
          PendingDigest.before(state.id(), news.seat(), news.list(), news.sequence())
              .with(news.sequence(), news.posts(), news.items());
      return gatherings.begin(fresh, due(state, fresh, news));
    }
    PendingDigest was = found.get().gathering();
    if (was.upTo() >= news.sequence()) {
      return Future.succeededFuture(true); // read again after a crash
    }
    PendingDigest is = was.with(news.sequence(), news.posts(), news.items());
    boolean waits = !was.isEmpty() && found.get().due().isPresent() && !leavesNow(state, is);
    long due =
        waits
            ? Math.max(found.get().due().getAsLong(), news.notBefore().toEpochMilli())
            : due(state, is, news).toEpochMilli();
    return gatherings.replace(found.get(), is, OptionalLong.of(due));
  }

  private Instant due(Workspace state, PendingDigest gathering, News news) {
    Instant morning =
        PendingDigest.morning(clock.instant(), state.lists().habits().now(gathering.seat()).zone());
    return leavesNow(state, gathering) || morning.isBefore(news.notBefore())
        ? news.notBefore()
        : morning;
  }

  /**
   * A summary comes once a day, however much there is, and so do notices. Who reads what may have
   * changed since it was noted, so that is asked again.
   */
  static boolean leavesNow(Workspace state, PendingDigest g) {
    Delivery mode = state.lists().habits().now(g.seat(), g.list()).mode();
    return g.isFull()
        && mode != Delivery.SUMMARY
        && !g.list().equals(NOTICES)
        && DigestPosts.open(state, g.span()) >= Digests.MAX_POSTS;
  }
}
