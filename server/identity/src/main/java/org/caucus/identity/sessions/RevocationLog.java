package org.caucus.identity.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends of sessions and tokens, written down one after the other, for nodes that the bus did not
 * bring the word: each reads on from where it is, so none misses one. An end stands at the place
 * after the last; a node that finds it taken was not first, and takes the next.
 */
public final class RevocationLog {
  /** Time between two looks of a node: how much later it hears of an end without the bus. */
  public static final Duration PERIOD = Duration.ofMillis(500);

  /** How long an end stays written down; a node that was away for longer asks for each session. */
  static final Duration KEPT = Duration.ofMinutes(10);

  /** Ends that are read at once. */
  private static final int PAGE = 200;

  /** How often a place may be taken by others before an end is given up. */
  private static final int TRIES = 100;

  private static final Logger LOG = LoggerFactory.getLogger(RevocationLog.class);
  private static final int DIGITS = 15;
  private static final String BEGINNING = "";
  private static final String ABOVE_DIGITS = ":";

  private final Documents documents;
  private final SealedCollection ends;
  private final Consumer<String> ended;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile String read = BEGINNING;
  private volatile String old = BEGINNING;
  private final AtomicReference<Future<String>> added =
      new AtomicReference<>(Future.succeededFuture(BEGINNING));

  /**
   * In this database.
   *
   * @param ended hears the id of each that ended; may hear it twice; must not block
   */
  public RevocationLog(Mongo mongo, Vault vault, Consumer<String> ended) {
    this.documents = mongo.documents("ends");
    this.ends = new SealedCollection(documents, vault, WorkspaceId.SYSTEM);
    this.ended = ended;
  }

  /** Begins here, and looks every {@link #PERIOD} until Vert.x closes. Waits. */
  public void start(Vertx vertx) {
    begin().await();
    // the next time tries again, so that a failure is told and no more
    vertx.setPeriodic(PERIOD.toMillis(), t -> look().onFailure(RevocationLog::told));
    vertx.setPeriodic(KEPT.toMillis(), t -> sweep().onFailure(RevocationLog::told));
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
              old = place;
              return null;
            });
  }

  /**
   * Writes it down; when it succeeds, every node hears of it within {@link #PERIOD}. One after the
   * other: those of one node do not take each other's places.
   */
  public Future<Void> add(String id) {
    Promise<String> place = Promise.promise();
    added
        .getAndSet(place.future())
        .otherwise(BEGINNING)
        .compose(before -> add(id, later(before, read), TRIES))
        .onFailure(RevocationLog::told)
        .onComplete(place);
    return place.future().mapEmpty();
  }

  /** After the last, which is never removed: an earlier place may be free again. */
  private Future<String> add(String id, String after, int tries) {
    return last(after)
        .compose(
            last -> {
              String place = next(last);
              return ends.insertIfAbsent(place, id.getBytes(UTF_8))
                  .compose(
                      first -> first ? Future.succeededFuture(place) : again(id, place, tries));
            });
  }

  /** After a place that is taken. */
  private Future<String> again(String id, String taken, int tries) {
    return tries == 0 ? Future.failedFuture(new Overloaded()) : add(id, taken, tries - 1);
  }

  private static String later(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String next(String last) {
    return RandomIds.digits(last.equals(BEGINNING) ? 1 : Long.parseLong(last) + 1, DIGITS);
  }

  /** Also one that cannot be read: however many there are of those, after them comes the next. */
  private Future<String> last(String after) {
    return ends.ids(after, ABOVE_DIGITS, PAGE)
        .compose(
            page -> {
              String last = page.isEmpty() ? after : page.getLast();
              return page.size() < PAGE ? Future.succeededFuture(last) : last(last);
            });
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

  /**
   * Removes what was there at the sweep before, but for the last of it: it has been there for
   * {@link #KEPT}, whatever the clocks of others say, and after the last comes the next.
   */
  Future<Void> sweep() {
    String before = old;
    return last(read)
        .compose(
            last -> {
              old = last;
              return documents.deleteRange(BEGINNING, before).mapEmpty();
            });
  }
}
