package org.caucus.platform.eventlog.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * The records a follower could not handle. The record itself stays in the log; here is who failed
 * at which, and why by class.
 */
public final class DeadLetters {
  private final SealedCollection letters;

  /** Those of this database. */
  public DeadLetters(Mongo mongo, Vault vault) {
    this.letters = new SealedCollection(mongo.documents("deadletters"), vault, WorkspaceId.SYSTEM);
  }

  /**
   * One record that was given up.
   *
   * @param cause the class of what the handler threw; its message may quote the record and is not
   *     kept
   */
  public record DeadLetter(String follower, WorkspaceId workspace, long sequence, String cause) {
    String id() {
      return String.format(Locale.ROOT, "%s/%s/%012d", follower, workspace.value(), sequence);
    }
  }

  /** Keeps it; once, however often the follower meets the same record. */
  Future<Void> add(DeadLetter letter) {
    return letters.insertIfAbsent(letter.id(), letter.cause().getBytes(UTF_8)).mapEmpty();
  }

  /** Whether this follower gave up this record, and nobody has had it tried again with success. */
  public Future<Boolean> has(String follower, WorkspaceId workspace, long sequence) {
    String id = new DeadLetter(follower, workspace, sequence, "").id();
    return letters.find(id).map(Optional::isPresent);
  }

  /** The dead letters, by follower, workspace and sequence; at most {@code limit}. */
  public Future<List<DeadLetter>> list(int limit) {
    return letters.range("", limit).map(all -> all.stream().map(DeadLetters::letter).toList());
  }

  /**
   * Has its follower try it again soon; false if it is not there. What fails once more is a dead
   * letter again.
   */
  public Future<Boolean> redrive(DeadLetter letter, long nowMillis) {
    return letters
        .find(letter.id())
        .compose(
            found ->
                found
                    .map(e -> letters.replaceIf(e.id(), e.version(), e.plain(), due(nowMillis)))
                    .orElse(Future.succeededFuture(false)));
  }

  /** What waits to be tried again. */
  Future<List<SealedCollection.Entry>> waiting(long nowMillis, int limit) {
    return letters.due(nowMillis, limit);
  }

  /** Takes it for a while; false if another node was first. */
  Future<Boolean> claim(SealedCollection.Entry waiting, long untilMillis) {
    return letters.replaceIf(waiting.id(), waiting.version(), waiting.plain(), due(untilMillis));
  }

  /** A dead letter again, for this cause. */
  Future<Void> giveUpAgain(DeadLetter letter) {
    return letters.put(letter.id(), letter.cause().getBytes(UTF_8));
  }

  private static OptionalLong due(long millis) {
    return OptionalLong.of(millis);
  }

  /** How many there are. */
  public Future<Long> count() {
    return letters.count();
  }

  /** Forgets it, once the operator has dealt with it; false if it is not there. */
  public Future<Boolean> remove(DeadLetter letter) {
    return letters.delete(letter.id());
  }

  static DeadLetter letter(SealedCollection.Entry entry) {
    var parts = entry.id().split("/", 3);
    return new DeadLetter(
        parts[0],
        new WorkspaceId(parts[1]),
        Long.parseLong(parts[2]),
        new String(entry.plain(), UTF_8));
  }
}
