package org.caucus.messaging.inbound;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.platform.limits.ParsingExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Large letters of members, in a lane of their own: small ones go on meanwhile, but for those that
 * answer or repeat one of them.
 */
final class LargeLetters {
  private final InboundProcessor postmaster;
  private final ConcurrentMap<WorkspaceId, WorkspaceQueue> lanes = new ConcurrentHashMap<>();

  /** Their Message-IDs by the letter, from when it is known that one is large; may be empty. */
  private final ConcurrentMap<String, String> known = new ConcurrentHashMap<>();

  private final ConcurrentMap<Name, Promise<Void>> waiting = new ConcurrentHashMap<>();

  private record Name(WorkspaceId workspace, String messageId) {}

  LargeLetters(InboundProcessor postmaster) {
    this.postmaster = postmaster;
  }

  /** Whether it is one, so that it is to be handed on. */
  boolean isOne(PendingMessage letter, IncomingLetter incoming, int octets) {
    boolean large = octets >= ParsingExecutor.SMALL_OCTETS;
    if (large) {
      known.put(letter.stored().id(), incoming.letter().messageId().orElse(""));
    }
    return large;
  }

  /** Takes a letter if it is one. Called in the order in which letters came. */
  boolean take(PendingMessage letter) {
    Name name = name(letter);
    if (name == null) {
      return false;
    }
    waiting.putIfAbsent(name, Promise.promise());
    lanes
        .computeIfAbsent(
            name.workspace(), w -> new WorkspaceQueue(postmaster, WorkspaceQueue.Kind.LARGE))
        .add(letter);
    return true;
  }

  /** Succeeds when none of this Message-ID waits any more. */
  Future<Void> ended(WorkspaceId workspace, String messageId) {
    Promise<Void> end = waiting.get(new Name(workspace, messageId));
    return end == null ? Future.succeededFuture() : end.future();
  }

  /** It has its end, or failed and comes again. */
  void ended(PendingMessage letter) {
    Name name = name(letter);
    known.remove(letter.stored().id());
    Promise<Void> end = name == null ? null : waiting.remove(name);
    if (end != null) {
      end.complete();
    }
  }

  private @Nullable Name name(PendingMessage letter) {
    String id = known.get(letter.stored().id());
    return id == null ? null : new Name(letter.stored().workspace(), id);
  }
}
