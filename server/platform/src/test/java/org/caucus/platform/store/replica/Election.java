package org.caucus.platform.store.replica;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;

/** Who is primary, and what members say about it: server discovery and monitoring, version 1. */
final class Election {
  private static final int NOBODY = -1;
  private static final int NOT_WRITABLE_PRIMARY = 10107;
  private static final int NOT_PRIMARY_NO_SECONDARY_OK = 13435;
  private static final int PRIMARY_STEPPED_DOWN = 189;
  private static final int SESSION_MINUTES = 30;

  private final List<String> hosts;
  private final List<ObjectId> processes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile int primary;
  private final AtomicLong term = new AtomicLong(1);

  Election(List<String> hosts) {
    this.hosts = hosts;
    this.processes = IntStream.range(0, hosts.size()).mapToObj(i -> new ObjectId()).toList();
  }

  List<String> hosts() {
    return hosts;
  }

  boolean isPrimary(int member) {
    return primary == member;
  }

  /** Grows with every change of primary. */
  long term() {
    return term.get();
  }

  /** Who was primary, and no longer is. */
  int standDown() {
    int was = primary;
    change(NOBODY);
    return was;
  }

  void elect(int member) {
    change(member);
  }

  private void change(int next) {
    lock.lock();
    try {
      term.incrementAndGet(); // first: anyone who sees the new primary is in its term
      primary = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a change first, if that is what the driver asks for. */
  BsonDocument hello(int member, BsonDocument command, BsonDocument real) {
    if (command.containsKey("maxAwaitTimeMS")) {
      long known = command.getDocument("topologyVersion").getInt64("counter").getValue();
      awaitChange(known, command.getNumber("maxAwaitTimeMS").longValue());
    }
    boolean is = isPrimary(member);
    real.remove("ismaster");
    String word = command.getFirstKey().equals("hello") ? "isWritablePrimary" : "ismaster";
    BsonDocument reply =
        real.append(word, BsonBoolean.valueOf(is))
            .append("helloOk", BsonBoolean.TRUE)
            .append("secondary", BsonBoolean.valueOf(!is))
            .append("setName", new BsonString(StandIn.SET))
            .append("setVersion", new BsonInt32(1))
            .append("hosts", new BsonArray(hosts.stream().map(BsonString::new).toList()))
            .append("me", new BsonString(hosts.get(member)))
            .append("logicalSessionTimeoutMinutes", new BsonInt32(SESSION_MINUTES))
            .append("lastWrite", lastWrite())
            .append("topologyVersion", topologyVersion(member));
    if (command.containsKey("saslSupportedMechs")) {
      reply.append("saslSupportedMechs", new BsonArray(List.of(new BsonString(Scram.MECHANISM))));
    }
    return is
        ? reply
            .append("primary", new BsonString(hosts.get(member)))
            .append("electionId", new BsonObjectId(electionId()))
        : reply;
  }

  private void awaitChange(long known, long millis) {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (term.get() == known && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    } finally {
      lock.unlock();
    }
  }

  private static BsonDocument lastWrite() {
    return new BsonDocument("lastWriteDate", new BsonDateTime(Instant.now().toEpochMilli()));
  }

  private BsonDocument topologyVersion(int member) {
    return new BsonDocument("processId", new BsonObjectId(processes.get(member)))
        .append("counter", new BsonInt64(term.get()));
  }

  private ObjectId electionId() {
    return new ObjectId("7fffffff%016x".formatted(term.get()));
  }

  BsonDocument notPrimary(int member, BsonDocument command) {
    return error(member, NOT_WRITABLE_PRIMARY, "NotWritablePrimary", command);
  }

  BsonDocument steppedDown(int member, BsonDocument command) {
    return error(member, PRIMARY_STEPPED_DOWN, "PrimarySteppedDown", command);
  }

  BsonDocument notPrimaryForReads(int member) {
    return error(
        member, NOT_PRIMARY_NO_SECONDARY_OK, "NotPrimaryNoSecondaryOk", new BsonDocument());
  }

  /** The label is for writes that may be repeated: those with a number. */
  private BsonDocument error(int member, int code, String name, BsonDocument command) {
    BsonDocument error =
        new BsonDocument("ok", new BsonInt32(0))
            .append("errmsg", new BsonString("not primary: " + name))
            .append("code", new BsonInt32(code))
            .append("codeName", new BsonString(name))
            .append("topologyVersion", topologyVersion(member));
    return command.containsKey("txnNumber")
        ? error.append("errorLabels", new BsonArray(List.of(new BsonString("RetryableWriteError"))))
        : error;
  }
}
