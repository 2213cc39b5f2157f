package org.caucus.messaging.delivery;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * The letters of the {@link Outbox} one by one, for operators: read, tried again, held, released
 * and purged. A parcel that a node has in hand is left to that node, which will write down what
 * became of it; a change that comes after it was sent finds nothing. Blocks.
 */
public final class MailQueue {
  /** Parcels read at once. */
  private static final int PAGE = 500;

  /** Between two looks at what is in hand. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** How often a parcel is looked at again that somebody else changed at the same time. */
  private static final int TRIES = 5;

  private final SealedCollection outbox;
  private final Senders senders;

  /** The nodes that send, as far as this process knows of them. */
  public interface Senders {
    /** Whether a node of that name lives, and so may be sending what it has in hand. */
    boolean lives(String node);

    /** Letters are due again: hosts that could not be reached are to be asked at once. */
    void retry();

    /** Where no server runs: what one had in hand as it was stopped is nobody's. */
    static Senders none() {
      return of(false);
    }

    /** Where others may run: what one has in hand is left to it. */
    static Senders others() {
      return of(true);
    }

    private static Senders of(boolean live) {
      return new Senders() {
        @Override
        public boolean lives(String node) {
          return live;
        }

        @Override
        public void retry() {
          // they look each second
        }
      };
    }
  }

  /** What is done to a letter. */
  public enum Act {
    /** Tried at once, if it was tried in vain before. */
    RETRY,
    /** Kept from leaving until it is released. */
    HOLD,
    /** Held no more; it leaves when it would have left. */
    RELEASE,
    /** Never sent. Who may see its deliveries sees that. */
    PURGE
  }

  /**
   * A parcel of which letters were purged.
   *
   * @param letters how many
   */
  public record Purged(
      @Nullable WorkspaceId workspace, String kind, JsonObject payload, int letters) {}

  /**
   * What came of an act, in letters.
   *
   * @param done those that were changed
   * @param sending those that a node has in hand, which were left alone
   * @param unfit those to which it cannot be done, such as a release of one that is not held
   * @param busy parcels that a node has in hand
   */
  public record Changes(
      long done, long sending, long unfit, List<String> busy, List<Purged> purged) {
    /** Nothing at all. */
    public static final Changes NONE = new Changes(0, 0, 0, List.of(), List.of());

    /** Keeps the lists as they are now. */
    public Changes {
      busy = List.copyOf(busy);
      purged = List.copyOf(purged);
    }

    private static Changes busy(String parcel, long letters) {
      return new Changes(0, letters, 0, List.of(parcel), List.of());
    }

    private static Changes of(DeliveryBatch parcel, int done, int unfit, Act act) {
      List<Purged> purged =
          act == Act.PURGE && done > 0
              ? List.of(new Purged(parcel.workspace(), parcel.kind(), parcel.payload(), done))
              : List.of();
      return new Changes(done, 0, unfit, List.of(), purged);
    }

    /** Without those that were in hand. */
    private Changes settled() {
      return new Changes(done, 0, unfit, List.of(), purged);
    }

    /** Both together. */
    public Changes and(Changes more) {
      List<String> inHand = new ArrayList<>(busy);
      inHand.addAll(more.busy);
      List<Purged> gone = new ArrayList<>(purged);
      gone.addAll(more.purged);
      return new Changes(
          done + more.done, sending + more.sending, unfit + more.unfit, inHand, gone);
    }
  }

  /** That of this database. */
  public MailQueue(Mongo mongo, Vault vault, Senders senders) {
    this.outbox =
        new SealedCollection(mongo.documents(Outbox.COLLECTION), vault, WorkspaceId.SYSTEM);
    this.senders = senders;
  }

  /** Puts a letter of the server's own, such as one on what was purged. */
  public void put(DeliveryBatch parcel) {
    outbox
        .insertIfAbsent(parcel.id(), parcel.at().toEpochMilli(), DeliveryBatch.Codec.write(parcel))
        .await();
  }

  /** Letters were made due: those who send are told. */
  public void retried() {
    senders.retry();
  }

  /** All letters, in no order that tells anything; each page is read when its turn comes. */
  public Stream<QueuedLetter> letters() {
    Predicate<String> lives = askedOnce();
    return pages().flatMap(List::stream).flatMap(e -> read(e, lives).letters().stream());
  }

  /** All pages; while one is looked at, the next is read. */
  private Stream<List<SealedCollection.Entry>> pages() {
    return Stream.iterate(
            ahead(outbox.range("", PAGE)), page -> !page.here.isEmpty(), page -> ahead(page.next))
        .map(Page::here);
  }

  private record Page(
      List<SealedCollection.Entry> here, Future<List<SealedCollection.Entry>> next) {}

  private Page ahead(Future<List<SealedCollection.Entry>> asked) {
    List<SealedCollection.Entry> here = asked.await();
    return new Page(
        here,
        here.isEmpty()
            ? Future.succeededFuture(List.of())
            : outbox.range(here.getLast().id(), PAGE));
  }

  /** Whether a node lives, which is asked once for each. */
  private Predicate<String> askedOnce() {
    Map<String, Boolean> known = new HashMap<>();
    return node -> !node.isEmpty() && known.computeIfAbsent(node, senders::lives);
  }

  /** A parcel as it lies there. */
  private record Lying(DeliveryBatch parcel, boolean inHand) {
    List<QueuedLetter> letters() {
      List<QueuedLetter> all = new ArrayList<>();
      for (int i = 0; i < parcel.recipients().size(); i++) {
        if (parcel.recipients().get(i).fate() instanceof DeliveryOutcome.Waiting w) {
          all.add(QueuedLetter.of(parcel, i, w, inHand));
        }
      }
      return all;
    }
  }

  private static Lying read(SealedCollection.Entry entry, Predicate<String> lives) {
    JsonObject json = DeliveryBatch.Codec.json(entry.plain());
    return new Lying(
        DeliveryBatch.Codec.read(entry.id(), json), lives.test(DeliveryBatch.Codec.holder(json)));
  }

  /** The parcel of this id, or all whose ids begin so, at most two: two are too many. */
  public List<String> parcels(String idOrBeginning) {
    return outbox.find(idOrBeginning).await().isPresent()
        ? List.of(idOrBeginning)
        : outbox.ids(idOrBeginning, idOrBeginning + "~", 2).await();
  }

  /** Does it to those letters that are meant. */
  public Changes change(Predicate<QueuedLetter> meant, Act act, Instant now) {
    Change change = new Change(meant, act, now, askedOnce());
    return pages().map(page -> changed(page, change)).reduce(Changes.NONE, Changes::and);
  }

  /** The same in these parcels alone; one that is gone is no fault. */
  public Changes change(
      Collection<String> parcels, Predicate<QueuedLetter> meant, Act act, Instant now) {
    Change change = new Change(meant, act, now, askedOnce());
    List<String> ids = List.copyOf(parcels);
    Changes all = Changes.NONE;
    for (int i = 0; i < ids.size(); i += PAGE) {
      List<String> some = ids.subList(i, Math.min(ids.size(), i + PAGE));
      all = all.and(changed(outbox.findAll(some).await(), change));
    }
    return all;
  }

  /**
   * Does it once more in those parcels that were in hand, until none is or the time is over: most
   * are for a moment.
   */
  public Changes patiently(
      Changes first, Predicate<QueuedLetter> meant, Act act, Duration patience, Instant now) {
    long end = System.nanoTime() + patience.toNanos();
    Changes all = first;
    while (!all.busy().isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
      all = all.settled().and(change(all.busy(), meant, act, now));
    }
    return all;
  }

  /** What is to be done. */
  private record Change(
      Predicate<QueuedLetter> meant, Act act, Instant now, Predicate<String> lives) {}

  private Changes changed(List<SealedCollection.Entry> page, Change change) {
    List<Future<Changes>> all = page.stream().map(e -> changed(e, change, TRIES)).toList();
    Future.join(all).await();
    return all.stream().map(Future::result).reduce(Changes.NONE, Changes::and);
  }

  private Future<Changes> changed(SealedCollection.Entry entry, Change change, int triesLeft) {
    Lying lying = read(entry, change.lives());
    List<QueuedLetter> letters = lying.letters().stream().filter(change.meant()).toList();
    if (letters.isEmpty()) {
      return Future.succeededFuture(Changes.NONE);
    }
    if (lying.inHand() || triesLeft == 0) {
      return Future.succeededFuture(Changes.busy(entry.id(), letters.size()));
    }
    DeliveryBatch after = lying.parcel();
    int done = 0;
    for (QueuedLetter letter : letters) {
      Optional<DeliveryOutcome> fate = fate(lying.parcel(), letter.index(), change);
      if (fate.isPresent()) {
        done++;
        after = after.with(letter.index(), fate.get());
      }
    }
    Changes changes = Changes.of(lying.parcel(), done, letters.size() - done, change.act());
    return done == 0
        ? Future.succeededFuture(changes)
        : outbox
            .replaceIf(
                entry.id(),
                entry.version(),
                DeliveryBatch.Codec.write(after),
                due(after, change.now()))
            .compose(
                replaced ->
                    replaced
                        ? Future.succeededFuture(changes)
                        : again(entry.id(), change, triesLeft - 1));
  }

  /** Somebody was first: what is meant is looked for in what they left. */
  private Future<Changes> again(String parcel, Change change, int triesLeft) {
    return outbox
        .find(parcel)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Changes.NONE)
                    : changed(found.get(), change, triesLeft));
  }

  private static Optional<DeliveryOutcome> fate(DeliveryBatch parcel, int index, Change change) {
    var waits = (DeliveryOutcome.Waiting) parcel.recipients().get(index).fate();
    return switch (change.act()) {
      case RETRY ->
          waits.held() || waits.attempts() == 0
              ? Optional.empty()
              : Optional.of(waits.at(change.now()));
      case HOLD -> waits.held() ? Optional.empty() : Optional.of(waits.holding(true));
      case RELEASE -> waits.held() ? Optional.of(waits.holding(false)) : Optional.empty();
      case PURGE -> Optional.of(DeliveryOutcome.GivenUp.purged(waits.code(), waits.enhanced()));
    };
  }

  /**
   * When a parcel is to be looked at: at once if nobody waits any more, never while all are held.
   */
  static OptionalLong due(DeliveryBatch parcel, Instant now) {
    Optional<Instant> next = parcel.next();
    if (next.isEmpty() && parcel.isHeld()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(next.orElse(now).toEpochMilli());
  }
}
