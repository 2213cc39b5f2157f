package org.caucus.messaging.inbound;

import java.util.LinkedHashSet;
import java.util.Set;
import org.caucus.messaging.inbound.pipeline.Addressees;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext.Writer;
import org.caucus.messaging.inbound.pipeline.References;
import org.jspecify.annotations.Nullable;

/**
 * A letter whose end is not durable yet.
 *
 * @param bytes the letter; null to read them when it is its turn
 * @param failures times it failed by its own fault
 * @param retries times it failed for any reason
 * @param again whether an earlier attempt may have gone through
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PendingMessage(
    InboxMessage stored, byte @Nullable [] bytes, int failures, int retries, boolean again) {
  static PendingMessage fresh(InboxMessage stored, byte @Nullable [] bytes) {
    return new PendingMessage(stored, bytes, 0, 0, false);
  }

  static PendingMessage leftOver(InboxMessage stored) {
    return new PendingMessage(stored, null, 0, 0, true);
  }

  PendingMessage failed(boolean away) {
    return new PendingMessage(stored, null, failures + (away ? 0 : 1), retries + 1, true);
  }

  /**
   * A letter that was read.
   *
   * @param writer whose address its author has
   * @param beside who else it went to
   */
  record Ready(PendingMessage letter, IncomingLetter incoming, Writer writer, Addressees beside) {
    /** Its own Message-ID and all it refers to: letters that share one must not overtake. */
    Set<String> related() {
      Set<String> ids = new LinkedHashSet<>(References.ids(incoming));
      incoming.letter().messageId().ifPresent(ids::add);
      return ids;
    }
  }
}
