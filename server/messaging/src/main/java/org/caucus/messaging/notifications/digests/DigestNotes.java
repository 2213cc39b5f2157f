package org.caucus.messaging.notifications.digests;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.lists.Delivery;
import org.caucus.kernel.SeatId;
import org.caucus.platform.jobs.Job;
import org.caucus.workspace.Workspace;

/** Notes that there is something for a seat's next digest. */
public final class DigestNotes {
  /** What gathers of no list: notices. */
  public static final String NOTICES = "";

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
    return gatherings
        .jobs()
        .change(
            PendingDigest.id(state.id(), news.seat(), news.list()),
            was -> was.isEmpty() ? Optional.of(begun(state, news)) : with(state, news, was.get()))
        .mapEmpty();
  }

  private Job.Next<PendingDigest> begun(Workspace state, News news) {
    PendingDigest fresh =
        PendingDigest.before(state.id(), news.seat(), news.list(), news.sequence())
            .with(news.sequence(), news.posts(), news.items());
    return Job.Next.at(fresh, due(state, fresh, news));
  }

  private Optional<Job.Next<PendingDigest>> with(
      Workspace state, News news, Job<PendingDigest> job) {
    PendingDigest was = job.what();
    if (was.upTo() >= news.sequence()) {
      return Optional.empty(); // read again after a crash
    }
    PendingDigest is = was.with(news.sequence(), news.posts(), news.items());
    boolean waits = !was.isEmpty() && job.due().isPresent() && !leavesNow(state, is);
    Instant due = waits ? later(job.due().get(), news.notBefore()) : due(state, is, news);
    return Optional.of(Job.Next.at(is, due));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
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
