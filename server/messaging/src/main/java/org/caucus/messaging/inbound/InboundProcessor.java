package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Addressees;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext.Writer;
import org.caucus.messaging.inbound.pipeline.RefusalCounts;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.inbound.pipeline.signed.CalendarAnswer;
import org.caucus.messaging.inbound.pipeline.steps.PostingSteps;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.jobs.attempts.Attempts;
import org.caucus.platform.limits.InputSource;
import org.caucus.platform.limits.ParsingExecutor;
import org.caucus.platform.store.DatabaseException;
import org.caucus.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every letter that came in here to its end, workspace by workspace. What it had in hand
 * when its node ended is in the inbox still: another node takes it up, or the next start. Should
 * two have one letter, because the first only slept, its key makes it end once.
 */
public final class InboundProcessor implements AutoCloseable {
  /** Letters waiting; further ones are asked to come again later. */
  public static final int MAX_WAITING = 10_000;

  /**
   * How often a letter may fail before somebody is asked; a database that is away counts not. One
   * that is not read in time is not tried again: each try would keep a thread.
   */
  public static final int MAX_TRIES = 6;

  /** Bytes of waiting letters kept in memory; beyond, they are read again when it is their turn. */
  static final int MAX_BYTES_IN_MEMORY = 16 * 1024 * 1024;

  private static final long FIRST_RETRY_MS = 100;
  private static final int RETRY_FACTOR = 4;
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(InboundProcessor.class);

  /** Where letters go that came to a return path: bounces, complaints, answering machines. */
  public interface ReturnPath {
    /**
     * Takes one, and blocks until what it says is durable. The same letter may be brought again.
     *
     * @param ticket of the return path; perhaps forged
     * @param id of the letter, random
     * @param letter its bytes
     */
    void returned(String ticket, String id, byte[] letter, Instant at);

    /**
     * Looks at a letter that came to any other address, and blocks as {@link #returned} does.
     *
     * @return whether it is a report of abuse (RFC 5965) about a letter of ours, and was seen to
     */
    default boolean reported(RawLetter letter) {
      return false;
    }
  }

  private final Vertx vertx;
  private final Blobs blobs;
  private final InboxRecords records;
  private final OperatorMailbox shelf;
  private final AccountLookup accounts;
  private final CommandBus<Workspace> floor;
  private final VerdictExecutor sorting;
  private final Reading reading;
  private final LetterAttempts marked;
  private final ReturnPath returnPath;
  private final ConcurrentMap<WorkspaceId, WorkspaceQueue> lanes = new ConcurrentHashMap<>();
  private final ConcurrentMap<WorkspaceId, WorkspaceQueue> strangers = new ConcurrentHashMap<>();
  private final LargeLetters large = new LargeLetters(this);
  private final ConcurrentMap<Flying, Future<Void>> flying = new ConcurrentHashMap<>();
  private final Set<InHand> again = ConcurrentHashMap.newKeySet();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger bytesInMemory = new AtomicInteger();
  private volatile boolean closed;

  /**
   * How letters are read.
   *
   * @param origins finds out where a letter is from, by its header and body; may block
   * @param strangers finds out whether one of a stranger is not from there, by its header
   * @param proven whether a letter of which that was found out is its author's
   * @param heavy where its parts are read
   */
  public record Reading(
      Function<IncomingLetter, AuthenticatedOrigin> origins,
      Function<IncomingLetter, AuthenticatedOrigin> strangers,
      Predicate<IncomingLetter> proven,
      ParsingExecutor heavy) {
    /** Where nothing is found out of strangers' letters. */
    public Reading(
        Function<IncomingLetter, AuthenticatedOrigin> origins,
        Predicate<IncomingLetter> proven,
        ParsingExecutor heavy) {
      this(origins, stranger -> AuthenticatedOrigin.UNKNOWN, proven, heavy);
    }
  }

  /** Lets in the person who answered their invitation. */
  @FunctionalInterface
  public interface Joining {
    /**
     * Makes them a person, and gives them their seat; again under the same key is fine.
     *
     * @return the commit; its thing is the seat. Fails with {@link org.caucus.kernel.Refusal}
     */
    Future<Committed> join(WorkspaceId workspace, Verdict.Join join, IdempotencyKey key);
  }

  /**
   * A postmaster that puts its commands on this floor.
   *
   * @param reading how letters are read
   */
  public InboundProcessor(
      Vertx vertx,
      CommandBus<Workspace> floor,
      Blobs blobs,
      InboxRecords records,
      OperatorMailbox shelf,
      AccountLookup accounts,
      PostingSteps steps,
      Reading reading,
      Joining joining,
      ReturnPath returnPath) {
    this.vertx = vertx;
    this.blobs = blobs;
    this.records = records;
    this.shelf = shelf;
    this.accounts = accounts;
    this.floor = floor;
    this.sorting = new VerdictExecutor(floor, steps, joining);
    this.reading = reading;
    this.marked = new LetterAttempts(records.attempts());
    this.returnPath = returnPath;
  }

  /**
   * Takes up what an earlier run left, or a node that died, in the order it came. Blocks until all
   * is read; call it before the SMTP port opens, and when a node has died.
   *
   * @return how many letters that were
   */
  public int takeOver() {
    AtomicInteger found = new AtomicInteger();
    records.takeOver(
        letter -> {
          if (again.add(InHand.of(letter))) {
            add(PendingMessage.leftOver(letter));
            found.incrementAndGet();
          }
        });
    marked.tidy(id -> records.waits(id).await());
    return found.get();
  }

  /** Which steps refused letters. */
  public RefusalCounts refusals() {
    return sorting.refusals();
  }

  /** Letters that have not ended yet. */
  public int waiting() {
    return waiting.get();
  }

  /** Takes no more letters in hand; what is under way ends or stays in the inbox. */
  @Override
  public void close() {
    closed = true;
    marked.close();
  }

  /** A letter is durable in the inbox. */
  void arrived(InboxMessage letter, byte[] bytes) {
    boolean fits = bytesInMemory.addAndGet(bytes.length) <= MAX_BYTES_IN_MEMORY;
    if (!fits) {
      bytesInMemory.addAndGet(-bytes.length);
    }
    add(PendingMessage.fresh(letter, fits ? bytes : null));
  }

  /**
   * One that was given up is durable in the inbox, to be read once more; unless it has ended since,
   * is in hand already, or is another node's. Waits.
   */
  void arrivedAgain(String id) {
    InHand ours = new InHand(records.holder(), id);
    if (again.add(ours)) {
      boolean taken = false;
      try {
        Optional<InboxMessage> letter = records.ours(id).await();
        letter.map(PendingMessage::leftOver).ifPresent(this::add);
        taken = letter.isPresent();
      } finally {
        if (!taken) {
          again.remove(ours);
        }
      }
    }
  }

  /** A letter that was taken up from the inbox, and by which name of this node. */
  private record InHand(String holder, String id) {
    static InHand of(InboxMessage letter) {
      return new InHand(letter.holder(), letter.id());
    }
  }

  private void add(PendingMessage letter) {
    waiting.incrementAndGet();
    lane(letter).add(letter);
  }

  private WorkspaceQueue lane(PendingMessage letter) {
    return lanes.computeIfAbsent(
        letter.stored().workspace(), w -> new WorkspaceQueue(this, WorkspaceQueue.Kind.FIRST));
  }

  /** It is large, or not proven to be a member's, and waits behind all that are. */
  void handOn(PendingMessage letter) {
    if (!large.take(letter)) {
      strangers
          .computeIfAbsent(
              letter.stored().workspace(),
              w -> new WorkspaceQueue(this, WorkspaceQueue.Kind.STRANGERS))
          .add(letter);
    }
  }

  private record Flying(WorkspaceId workspace, String messageId) {}

  /**
   * Others of any lane that it answers or repeats end before it does. Large ones that wait are not
   * waited for by each other: they keep their order by themselves.
   */
  void inOrder(PendingMessage.Ready ready, WorkspaceQueue.Kind lane) {
    WorkspaceId workspace = ready.letter().stored().workspace();
    for (String id : ready.related()) {
      if (lane != WorkspaceQueue.Kind.LARGE) {
        large.ended(workspace, id).otherwiseEmpty().await();
      }
      Future<Void> earlier = flying.get(new Flying(workspace, id));
      if (earlier != null) {
        earlier.otherwiseEmpty().await();
      }
    }
  }

  /** It is on its way to its end. */
  void flies(PendingMessage.Ready ready, Future<Void> end) {
    WorkspaceId workspace = ready.letter().stored().workspace();
    Optional<String> id = ready.incoming().letter().messageId();
    if (id.isPresent() && !end.isComplete()) {
      Flying name = new Flying(workspace, id.get());
      flying.put(name, end);
      end.onComplete(done -> flying.remove(name, end));
    }
  }

  boolean closed() {
    return closed;
  }

  /**
   * Finds whose address a letter's author has, and reads it; empty if it belongs into another lane.
   * Until that is known no more than its header is read.
   */
  Optional<PendingMessage.Ready> ready(PendingMessage letter, WorkspaceQueue.Kind lane) {
    InboxMessage stored = letter.stored();
    byte[] bytes =
        letter.bytes() != null
            ? letter.bytes()
            : blobs.get(stored.workspace(), stored.blob()).await();
    IncomingLetter came = stored.incoming(bytes);
    Writer writer = came.author().map(a -> writer(a.address())).orElse(Writer.NOBODY);
    boolean known = !writer.equals(Writer.NOBODY);
    if (lane == WorkspaceQueue.Kind.FIRST && !known) {
      return Optional.empty();
    }
    marked.begins(stored, bytes.length);
    var origins = known ? reading.origins() : reading.strangers();
    IncomingLetter from = came.from(origins.apply(came));
    if (lane == WorkspaceQueue.Kind.FIRST
        && (!isProven(from, bytes.length) || large.isOne(letter, from, bytes.length))) {
      return Optional.empty();
    }
    IncomingLetter read = reading.heavy().submit(lane.source, bytes.length, from::read).await();
    return Optional.of(new PendingMessage.Ready(letter, read, writer, beside(stored, read)));
  }

  /** A host in front is believed by what its signatures cover: for that a letter may be read. */
  private boolean isProven(IncomingLetter from, int octets) {
    return octets < Attempts.LEAST_OCTETS
        ? reading.proven().test(from)
        : reading.heavy().submit(InputSource.MEMBERS, () -> reading.proven().test(from)).await();
  }

  private Writer writer(MailAddress address) {
    Optional<String> person = accounts.personByAddress(address.comparisonForm()).await();
    return person.isPresent()
        ? Writer.of(person.get())
        : new Writer(null, accounts.formerly(address).await().orElse(null));
  }

  private Addressees beside(InboxMessage stored, IncomingLetter incoming) {
    List<String> here = stored.destinations().stream().map(Destination::address).toList();
    List<MailAddress> all = Addressees.of(incoming, here);
    Map<String, String> people = new HashMap<>();
    List<MailAddress> asked = new ArrayList<>(CalendarAnswer.attendees(incoming));
    asked.addAll(all.subList(0, Math.min(all.size(), Addressees.MAX_LOOKED_UP)));
    for (MailAddress address : asked) {
      if (here.contains(address.toString())) {
        continue;
      }
      accounts
          .personByAddress(address.comparisonForm())
          .await()
          .ifPresent(p -> people.put(address.comparisonForm(), p));
    }
    return new Addressees(all, people);
  }

  /** Sorts a letter; succeeds when it is out of the inbox. */
  Future<Void> sort(PendingMessage.Ready ready) {
    InboxMessage stored = ready.letter().stored();
    returned(ready);
    return sorting
        .sort(stored, ready)
        .compose(needed -> ended(stored, needed))
        .onSuccess(x -> forget(ready.letter()));
  }

  /** What came to a return path is read before it is dropped. */
  private void returned(PendingMessage.Ready ready) {
    InboxMessage stored = ready.letter().stored();
    if (stored.destinations().stream()
        .noneMatch(to -> to.detail().startsWith(AddressPlan.BOUNCE))) {
      reported(ready.incoming().raw()); // as a machine's letter it is dropped later on
      return;
    }
    for (Destination to : stored.destinations()) {
      if (to.detail().startsWith(AddressPlan.BOUNCE)) {
        String ticket = to.detail().substring(AddressPlan.BOUNCE.length());
        byte[] letter = ready.incoming().raw().toBytes();
        returnPath.returned(ticket, stored.id(), letter, stored.received());
      }
    }
  }

  /** Whether it is a report of abuse about a letter of ours, and was seen to. Blocks. */
  boolean reported(RawLetter letter) {
    return returnPath.reported(letter);
  }

  private Future<Void> ended(InboxMessage stored, boolean bytesNeeded) {
    return bytesNeeded
        ? records.delete(stored.id()).mapEmpty()
        : records
            .confirm(stored.id())
            .compose(ours -> ours ? discarded(stored) : Future.succeededFuture());
  }

  private Future<Void> discarded(InboxMessage stored) {
    return blobs
        .delete(stored.workspace(), stored.blob())
        .compose(x -> records.delete(stored.id()))
        .mapEmpty();
  }

  /**
   * Whether this node has lost the letter: it slept, was declared dead, and others have its letters
   * now.
   */
  boolean lost(PendingMessage letter) {
    boolean lost = !letter.stored().holder().equals(records.holder());
    if (lost) {
      forget(letter);
    }
    return lost;
  }

  private void forget(PendingMessage letter) {
    marked.ends(letter.stored());
    large.ended(letter);
    out(letter);
    release(letter);
  }

  private void out(PendingMessage letter) {
    again.remove(InHand.of(letter.stored()));
    waiting.decrementAndGet();
  }

  private void release(PendingMessage letter) {
    if (letter.bytes() != null) {
      bytesInMemory.addAndGet(-letter.bytes().length);
    }
  }

  /** Tries again later, or asks somebody. Others go on meanwhile. */
  void failed(PendingMessage letter, Throwable cause) {
    String id = letter.stored().id();
    boolean away =
        cause instanceof DatabaseException.Away
            || cause instanceof ParsingExecutor.Full
            || cause instanceof Overloaded
            || cause instanceof LogException.Crowded
            || floor.unloadable(letter.stored().workspace());
    LOG.warn("letter {} failed: {}", id, cause.getClass().getName());
    release(letter);
    marked.ends(letter.stored());
    large.ended(letter);
    if (cause instanceof LogException.UnknownWorkspace) {
      Thread.startVirtualThread(() -> drop(letter));
      return;
    }
    boolean hopeless =
        cause instanceof LogException.UnknownBlob
            || cause instanceof ParsingExecutor.TooLong
            || cause instanceof LetterAttempts.EndedProcess;
    if (!away && (hopeless || letter.failures() + 1 >= MAX_TRIES)) {
      Message why =
          cause instanceof LetterAttempts.EndedProcess
              ? RefusalMessages.ENDED
              : RefusalMessages.UNPROCESSED;
      Thread.startVirtualThread(() -> giveUp(letter, why));
    } else {
      later(letter.failed(away));
    }
  }

  private void later(PendingMessage letter) {
    if (closed) {
      return;
    }
    vertx
        .timer(delayMs(letter.retries()), TimeUnit.MILLISECONDS)
        .onSuccess(x -> lane(letter).add(letter));
  }

  static long delayMs(int retries) {
    long wait = FIRST_RETRY_MS;
    for (int i = 1; i < retries && wait < LONGEST_RETRY.toMillis(); i++) {
      wait *= RETRY_FACTOR;
    }
    return Math.min(wait, LONGEST_RETRY.toMillis());
  }

  /** Its workspace was destroyed: nobody may read it, and nothing is to say whose it was. */
  private void drop(PendingMessage letter) {
    try {
      records.delete(letter.stored().id()).await();
      out(letter);
    } catch (DatabaseException e) {
      later(letter.failed(true));
    }
  }

  private void giveUp(PendingMessage letter, Message why) {
    InboxMessage stored = letter.stored();
    try {
      if (!held(stored, why)) {
        shelf.put(stored).await();
      }
      records.delete(stored.id()).await(); // first: without its mark it would be read again
      marked.asked(stored);
      out(letter);
    } catch (Exception e) {
      LOG.warn("letter {} could not be given up: {}", stored.id(), e.getClass().getName());
      later(letter.failed(true));
    }
  }

  /** Its author, as the header says, which is read in any case; else the envelope's sender. */
  private String sender(InboxMessage stored) {
    try {
      return stored.incoming(blobs.get(stored.workspace(), stored.blob()).await()).sender();
    } catch (LogException.UnknownBlob e) {
      return stored.sender() == null ? "" : stored.sender().toString();
    }
  }

  private boolean held(InboxMessage stored, Message why) {
    try {
      return sorting.giveUp(stored, sender(stored), why).await();
    } catch (DatabaseException.Away e) {
      throw e;
    } catch (Exception e) {
      LOG.error("letter {} could not be held: {}", stored.id(), e.getClass().getName());
      return false;
    }
  }
}
