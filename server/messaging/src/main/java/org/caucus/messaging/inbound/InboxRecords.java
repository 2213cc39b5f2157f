package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.jobs.attempts.Attempts;
import org.caucus.platform.store.Mongo;

/** The letters that were answered 250 and have not ended yet. */
public final class InboxRecords {
  private static final String COLLECTION = "inbox";

  /** Letters read at once. */
  static final int PAGE = 500;

  private static final int MICROS_PER_MILLI = 1_000;

  private final SealedCollection letters;
  private final InstantSource clock;
  private final Node node;
  private final Attempts attempts;
  private final AtomicLong last = new AtomicLong();

  /** The inbox in this database. */
  public InboxRecords(Mongo mongo, Vault vault, InstantSource clock, Node node) {
    this.node = node;
    this.letters = new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM);
    this.clock = clock;
    this.attempts = new Attempts(mongo, vault, node, clock);
  }

  /** The marks of letters that are being read. */
  Attempts attempts() {
    return attempts;
  }

  /** A new id: over every earlier one of this process, and not to be guessed. */
  String nextId() {
    long micros = clock.millis() * MICROS_PER_MILLI;
    long order = last.updateAndGet(l -> Math.max(l + 1, micros));
    return String.format(Locale.ROOT, "%016x-%s", order, RandomIds.random());
  }

  Future<Void> insert(InboxMessage letter) {
    return letters.insert(letter.id(), letter.write());
  }

  /** False, and nothing is changed, if it is there. */
  Future<Boolean> insertIfAbsent(InboxMessage letter) {
    return letters.insertIfAbsent(letter.id(), letter.write());
  }

  Future<Boolean> delete(String id) {
    return letters.delete(id);
  }

  /** Whether a letter has not ended yet. */
  Future<Boolean> waits(String id) {
    return letters.present(Set.of(id)).map(found -> found.contains(id));
  }

  /** A letter that has not ended, if this node has it in hand. */
  Future<Optional<InboxMessage>> ours(String id) {
    return letters
        .find(id)
        .map(
            found ->
                found
                    .map(e -> InboxMessage.read(id, e.plain()))
                    .filter(letter -> letter.holder().equals(node.id())));
  }

  /** The name under which this node takes letters in hand. */
  String holder() {
    return node.id();
  }

  /**
   * Makes the letter this node's, if it has it in hand still: so that one which slept cannot take
   * anything away that another node needs.
   */
  Future<Boolean> confirm(String id) {
    return letters
        .find(id)
        .compose(
            found ->
                found.map(e -> InboxMessage.read(id, e.plain())).stream()
                        .anyMatch(s -> s.holder().equals(node.id()))
                    ? letters.replaceIf(
                        id, found.get().version(), found.get().plain(), OptionalLong.empty())
                    : Future.succeededFuture(false));
  }

  /**
   * Takes letters in hand that nobody who lives has, and tells them page by page in order of
   * arrival. Blocks.
   */
  void takeOver(Consumer<InboxMessage> taker) {
    Map<String, Boolean> lives = new HashMap<>();
    letters.pages(PAGE).forEach(page -> takeOver(page, lives, taker));
  }

  private void takeOver(
      List<SealedCollection.Entry> page, Map<String, Boolean> lives, Consumer<InboxMessage> taker) {
    List<Future<Optional<InboxMessage>>> taken = new ArrayList<>();
    for (SealedCollection.Entry entry : page) {
      InboxMessage letter = InboxMessage.read(entry.id(), entry.plain());
      if (!lives.computeIfAbsent(letter.holder(), id -> node.lives(id).await())) {
        taken.add(taken(entry, letter.heldBy(node.id())));
      }
    }
    Future.all(taken).await();
    taken.forEach(t -> t.result().ifPresent(taker));
  }

  private Future<Optional<InboxMessage>> taken(SealedCollection.Entry was, InboxMessage is) {
    return letters
        .replaceIf(was.id(), was.version(), is.write(), OptionalLong.empty())
        .map(done -> done ? Optional.of(is) : Optional.empty());
  }

  /** The blobs of all letters that have not ended, at whatever time that is asked. Waits then. */
  public static Supplier<Set<String>> waiting(Mongo mongo, Vault vault) {
    return () -> blobs(mongo, vault);
  }

  private static Set<String> blobs(Mongo mongo, Vault vault) {
    var letters = new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM);
    return letters
        .pages(PAGE)
        .flatMap(List::stream)
        .map(e -> InboxMessage.read(e.id(), e.plain()).blob().value())
        .collect(Collectors.toSet());
  }

  /** How many there are. */
  public Future<Long> count() {
    return letters.count();
  }
}
