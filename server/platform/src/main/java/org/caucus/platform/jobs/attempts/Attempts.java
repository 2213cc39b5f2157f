package org.caucus.platform.jobs.attempts;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Mongo;

/**
 * Durable marks of what is being read, by which process, since when. A mark whose process is gone
 * says that the process ended while it read this: perhaps because of it. Nobody can tell that from
 * a kill or a power cut, and one reading too few costs less than a server that ends at each start.
 *
 * <p>A process knows its own marks by their names, also after it was declared dead and goes on
 * under a new name. A mark that could not be taken away is taken away later, at the latest when the
 * process stops in order.
 *
 * <p>A mark is written only for what weighs at least {@link #LEAST_OCTETS}: it costs two durable
 * writes, and what is smaller is held within bounds by its budget.
 */
public final class Attempts implements AutoCloseable {
  /** What is smaller is read without a mark, in octets. */
  public static final int LEAST_OCTETS = 64 * 1024;

  /** Marks of one thing that are looked at: of as many readings at once. */
  private static final int MOST_AT_ONCE = 100;

  private static final int PAGE = 500;
  private static final String COLLECTION = "attempts";
  private static final String NODE = "node";
  private static final String SINCE = "since";

  /**
   * A mark that an operator's command, which is no node, takes for that of a process that ended.
   */
  private static final Duration LEFT = Duration.ofMinutes(2);

  /** How long an orderly stop waits for its marks to go. */
  private static final Duration STOP_TIME = Duration.ofSeconds(5);

  /** Those of this process that stand, or may. */
  private final Set<String> own = ConcurrentHashMap.newKeySet();

  /** Those of them whose reading has ended, and that could not be taken away yet. */
  private final Set<String> spent = ConcurrentHashMap.newKeySet();

  private final SealedCollection marks;
  private final Supplier<String> node;
  private final Predicate<JsonObject> orphan;
  private final InstantSource clock;

  /** A thing that a process read when it ended. */
  public record Ended(String thing, Instant since) {}

  /** Marks in this database. */
  public Attempts(Mongo mongo, Vault vault, Node node, InstantSource clock) {
    this(mongo, vault, node::id, mark -> !node.lives(mark.getString(NODE)).await(), clock);
    node.onDeath(this::renew);
  }

  private Attempts(
      Mongo mongo,
      Vault vault,
      Supplier<String> node,
      Predicate<JsonObject> orphan,
      InstantSource clock) {
    this.marks = new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM);
    this.node = node;
    this.orphan = orphan;
    this.clock = clock;
  }

  /** The same for a command of the operator, which reads nothing itself. */
  public static Attempts ofOperator(Mongo mongo, Vault vault, InstantSource clock) {
    return new Attempts(
        mongo,
        vault,
        () -> "",
        mark -> Instant.parse(mark.getString(SINCE)).plus(LEFT).isBefore(clock.instant()),
        clock);
  }

  /**
   * Reads a thing under its mark, which goes when what is read has come. Waits for the mark alone.
   *
   * @param thing its kind and its random id, such as {@code page.8c1f…}
   * @return empty if a process that is gone read it when it ended
   */
  public <T> Optional<Future<T>> reading(String thing, long octets, Supplier<Future<T>> work) {
    if (octets < LEAST_OCTETS) {
      return Optional.of(work.get());
    }
    return begin(thing)
        .map(
            mark ->
                Future.succeededFuture().compose(x -> work.get()).onComplete(done -> end(mark)));
  }

  /**
   * Marks that a thing is read from now on. Waits until that is durable.
   *
   * @return the mark, for {@link #end}; empty if a process that is gone read it when it ended
   */
  public Optional<String> begin(String thing) {
    if (!of(thing).isEmpty()) {
      return Optional.empty();
    }
    String mark = thing + "." + RandomIds.random();
    own.add(mark);
    try {
      marks.insert(mark, says(clock.instant().toString())).await();
    } catch (DatabaseException e) {
      spent.add(mark); // it may have got there
      throw e;
    }
    clear();
    return Optional.of(mark);
  }

  private byte[] says(String since) {
    JsonObject says = new JsonObject().put(NODE, node.get()).put(SINCE, since);
    return says.encode().getBytes(StandardCharsets.UTF_8);
  }

  /** Takes a mark away: whatever came of it, the process lives. */
  public Future<Void> end(String mark) {
    spent.add(mark);
    return clear();
  }

  /** Takes away all that is spent; what fails is tried again with the next. */
  private Future<Void> clear() {
    Set<String> gone = Set.copyOf(spent);
    return gone.isEmpty()
        ? Future.succeededFuture()
        : marks
            .removeAll(gone)
            .onSuccess(
                x -> {
                  spent.removeAll(gone);
                  own.removeAll(gone);
                });
  }

  /**
   * Writes the name under which this process goes on into its marks, so that others know that it
   * lives; takes away what is spent. Waits.
   */
  void renew() {
    clear().await();
    for (SealedCollection.Entry mark : marks.findAll(Set.copyOf(own)).await()) {
      JsonObject was = json(mark);
      if (!was.getString(NODE).equals(node.get())) {
        byte[] is = says(was.getString(SINCE));
        marks.replaceIf(mark.id(), mark.version(), is, OptionalLong.empty()).await();
      }
    }
  }

  /** The process ends in order, and nothing ended it: all is read again. Waits a little. */
  @Override
  public void close() {
    spent.addAll(own);
    clear().timeout(STOP_TIME.toMillis(), TimeUnit.MILLISECONDS).otherwiseEmpty().await();
  }

  /** All that processes read when they ended. Waits. */
  public List<Ended> ended() {
    return marks
        .pages(PAGE)
        .flatMap(List::stream)
        .filter(this::isOrphan)
        .map(Attempts::ended)
        .toList();
  }

  /** Has a thing read again when somebody asks for it; false if nothing waits for that. Waits. */
  public boolean again(String thing) {
    Set<String> orphans =
        of(thing).stream().map(SealedCollection.Entry::id).collect(Collectors.toSet());
    marks.removeAll(orphans).await();
    return !orphans.isEmpty();
  }

  private List<SealedCollection.Entry> of(String thing) {
    return marks.range(thing + ".", thing + "/", MOST_AT_ONCE).await().stream()
        .filter(this::isOrphan)
        .toList();
  }

  private boolean isOrphan(SealedCollection.Entry mark) {
    return !own.contains(mark.id()) && orphan.test(json(mark));
  }

  private static Ended ended(SealedCollection.Entry mark) {
    String thing = mark.id().substring(0, mark.id().lastIndexOf('.'));
    return new Ended(thing, Instant.parse(json(mark).getString(SINCE)));
  }

  private static JsonObject json(SealedCollection.Entry mark) {
    return new JsonObject(new String(mark.plain(), StandardCharsets.UTF_8));
  }
}
