package org.caucus.accounts.held;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.caucus.command.Busy;
import org.caucus.log.Ids;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends of sessions and tokens, written down one after the other, for nodes that the bus did not
 * bring the word: each reads on from where it is, so none misses one. An end stands at the place
 * after the last; whoever finds it taken was not first, and takes the next.
 */
public final class Ends {
  /** Time between two looks of a node: how much later it hears of an end without the bus. */
  public static final Duration PERIOD = Duration.ofMillis(500);

  /** How long an end stays written down; a node that was away for longer asks for each session. */
  static final Duration KEPT = Duration.ofMinutes(10);

  /** Ends that are read at once, and removed at once. */
  private static final int PAGE = 200;

  /** How often a place may be taken by others before an end is given up. */
  private static final int TRIES = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Ends.class);
  private static final int DIGITS = 15;
  private static final String BEGINNING = "";

  private final SealedCollection ends;
  private final Consumer<String> ended;
  private final InstantSource clock;
  private volatile String read = BEGINNING;
  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * In this database.
   *
   * @param ended hears the id of each that ended; may hear it twice; must not block
   */
  public Ends(Mongo mongo, Vault vault, Consumer<String> ended, InstantSource clock) {
    this.ends = new SealedCollection(mongo.documents("ends"), vault, WorkspaceId.SYSTEM);
    this.ended = ended;
    this.clock = clock;
  }

  /** Begins here, and looks every {@link #PERIOD} until Vert.x closes. Waits. */
  public void start(Vertx vertx) {
    begin().await();
    // the next time tries again, so that a failure is told and no more
    vertx.setPeriodic(PERIOD.toMillis(), t -> look().onFailure(Ends::told));
    vertx.setPeriodic(KEPT.toMillis(), t -> sweep().onFailure(Ends::told));
  }

  private static void told(Throwable e) {
    LOG.warn("ends of sessions wait: {}", e.getClass().getSimpleName());
  }

  /** Goes to the last that there is: what ended before a node began concerns nobody on it. */
  Future<Void> begin() {
    return last(BEGINNING)
        .map(
            place -> {
              read = place;
              return null;
            });
  }

  /** Writes it down; when it succeeds, every node hears of it within {@link #PERIOD}. */
  public Future<Void> add(String id) {
    return add(id, read, TRIES).onFailure(Ends::told);
  }

  /** After the last, which is never removed: an earlier place may be free again. */
  private Future<Void> add(String id, String after, int tries) {
    long due = clock.instant().plus(KEPT).toEpochMilli();
    return last(after)
        .compose(
            last ->
                ends.insertIfAbsent(next(last), due, id.getBytes(UTF_8))
                    .compose(first -> first ? Future.succeededFuture() : again(id, last, tries)));
  }

  private Future<Void> again(String id, String after, int tries) {
    return tries == 0 ? Future.failedFuture(new Busy()) : add(id, after, tries - 1);
  }

  private static String next(String last) {
    return Ids.digits(last.equals(BEGINNING) ? 1 : Long.parseLong(last) + 1, DIGITS);
  }

  private Future<String> last(String after) {
    return ends.range(after, PAGE)
        .compose(
            page ->
                page.size() < PAGE
                    ? Future.succeededFuture(page.isEmpty() ? after : page.getLast().id())
                    : last(page.getLast().id()));
  }

  /** Hears of what ended since the last look. One at a time. */
  Future<Void> look() {
    return looking.compareAndSet(false, true)
        ? readOn().onComplete(v -> looking.set(false))
        : Future.succeededFuture();
  }

  private Future<Void> readOn() {
    return ends.range(read, PAGE)
        .compose(
            page -> {
              page.forEach(
                  end -> {
                    ended.accept(new String(end.plain(), UTF_8));
                    read = end.id();
                  });
              return page.size() < PAGE ? Future.succeededFuture() : readOn();
            });
  }

  /** Removes what every node has read, but for the last: after it comes the next. */
  Future<Void> sweep() {
    return last(read)
        .compose(
            last ->
                ends.due(clock.millis(), PAGE)
                    .compose(
                        due -> {
                          List<String> old =
                              due.stream()
                                  .map(SealedCollection.Entry::id)
                                  .filter(id -> id.compareTo(last) < 0)
                                  .toList();
                          return old.isEmpty() ? Future.succeededFuture() : ends.removeAll(old);
                        }));
  }
}
