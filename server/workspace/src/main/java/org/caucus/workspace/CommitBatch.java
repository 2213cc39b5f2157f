package org.caucus.workspace;

import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Event;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.chain.ChainedRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a batch of commands leads to, each decided on the state the ones before it leave.
 *
 * @param records what is to be appended, in order
 * @param after the state once it is
 */
record CommitBatch(List<Decided> decided, List<byte[]> records, Workspace after) {
  /** Once records of one write have so many bytes, the commands after them go into the next. */
  static final long MAX_BYTES = 16L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(CommitBatch.class);

  /**
   * A command whose answer somebody waits for.
   *
   * @param since when it came, by {@link System#nanoTime}
   */
  record Waiting(
      CommandContext act,
      Command command,
      @Nullable IdempotencyKey key,
      Promise<Committed> answer,
      long since) {}

  /** A command with what it will be answered once the batch is durable. */
  record Decided(Waiting waiting, @Nullable Committed committed, @Nullable Throwable refused) {}

  /** What the first of these lead to, up to {@link #MAX_BYTES}; at least one is decided. */
  static CommitBatch of(Workspace before, List<Waiting> batch) {
    Workspace state = before;
    List<Decided> decided = new ArrayList<>(batch.size());
    List<byte[]> records = new ArrayList<>(batch.size());
    long bytes = 0;
    for (Waiting w : batch) {
      if (bytes >= MAX_BYTES) {
        break;
      }
      try {
        var earlier = earlier(state, w);
        if (earlier != null) {
          decided.add(new Decided(w, earlier, null));
          continue;
        }
        Commit commit = commit(state, w);
        byte[] record = CommitCodec.write(commit);
        RecordHash hash =
            new ChainedRecord(state.tip(), record).hash(state.id().value(), commit.sequence());
        state = state.evolve(commit).at(hash);
        records.add(record);
        bytes += record.length;
        decided.add(new Decided(w, committed(state, commit), null));
      } catch (Exception | Error e) { // of this command alone, be it a stack that overflows
        decided.add(new Decided(w, null, e));
      }
    }
    return new CommitBatch(decided, records, state);
  }

  /** Decides a command as if it were put now. */
  static @Nullable Void ask(
      Workspace state,
      Instant at,
      @Nullable SeatId seat,
      Command command,
      @Nullable IdempotencyKey key) {
    if (state.receipts().find(seat, key).isEmpty()) {
      CommandContext act =
          new CommandContext(RandomIds.random(), at, seat, RandomIds.random(), RandomIds.random());
      List<Event> unused = CommandDispatcher.decide(state, command, notBefore(state, act));
    }
    return null;
  }

  /** What this command led to before: under its key, or in an attempt whose outcome was unknown. */
  private static @Nullable Committed earlier(Workspace state, Waiting w) {
    Integer known = state.positions().get(w.act().id());
    return known == null
        ? state.receipts().find(w.act().seat(), w.key()).orElse(null)
        : committed(state, state.history().get(known));
  }

  private static Committed committed(Workspace state, Commit commit) {
    Event first = commit.events().get(0);
    return new Committed(
        commit.id(), Capabilities.thing(first, Capabilities.about(state, first, commit)));
  }

  private static Commit commit(Workspace state, Waiting w) {
    CommandContext act = notBefore(state, w.act());
    List<Event> events = CommandDispatcher.decide(state, w.command(), act);
    return new Commit(state.sequence() + 1, act.id(), act.at(), act.seat(), w.key(), events);
  }

  /**
   * What comes after is never dated before: anyone who reads from their joining on is judged by
   * time, and a clock that was set back must not hide what was said after it.
   */
  private static CommandContext notBefore(Workspace state, CommandContext act) {
    if (state.history().isEmpty() || !act.at().isBefore(state.history().getLast().at())) {
      return act;
    }
    Instant at = state.history().getLast().at();
    return new CommandContext(act.id(), at, act.seat(), act.thing(), act.entry());
  }

  /** Answers everyone; what was decided is durable now. */
  void answer(CommitMeters meters) {
    decided.forEach(d -> answer(d, meters));
  }

  private static void answer(Decided d, CommitMeters meters) {
    if (d.committed() != null) {
      meters.latency().record(System.nanoTime() - d.waiting().since(), TimeUnit.NANOSECONDS);
      d.waiting().answer().complete(d.committed());
      return;
    }
    Throwable refused = Objects.requireNonNull(d.refused());
    if (!(refused instanceof Refusal || refused instanceof Overloaded)) {
      LOG.error("a command could not be decided", refused);
    }
    d.waiting().answer().fail(refused);
  }
}
