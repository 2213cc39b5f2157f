package org.caucus.messaging.delivery;

import java.time.Instant;
import java.util.Locale;

/**
 * A letter that is not sent yet, as an operator sees it: no word of it, and of its recipient the
 * domain alone.
 *
 * @param parcel what is carried, changed and written down together
 * @param index its place in the parcel
 * @param workspace empty for mail of the installation
 * @param kind such as {@code relay.post}
 * @param destination domain of its recipient; empty as long as it is not known
 * @param octets its size when it was last tried; 0 if it was not
 * @param put when it came into the queue
 * @param next when it is tried, unless it is held
 * @param attempts how often it was tried
 * @param code the last SMTP reply; 0 before the first try
 * @param enhanced its RFC 3463 status code; empty if there was none
 */
public record QueuedLetter(
    String parcel,
    int index,
    String workspace,
    String kind,
    String destination,
    long octets,
    Instant put,
    Instant next,
    int attempts,
    int code,
    String enhanced,
    DeferralReason reason,
    State state) {
  /** Whether it can leave. */
  public enum State {
    /** It was not tried yet: it waits for its turn, or for its hour. */
    WAITING,
    /** It was tried in vain, and is tried again. */
    DEFERRED,
    /** An operator holds it. */
    HELD,
    /** A node has its parcel in hand. */
    SENDING
  }

  static QueuedLetter of(
      DeliveryBatch parcel, int index, DeliveryOutcome.Waiting waiting, boolean sending) {
    String known = waiting.last().domain();
    return new QueuedLetter(
        parcel.id(),
        index,
        parcel.workspace() == null ? "" : parcel.workspace().value(),
        parcel.kind(),
        known.isEmpty() ? domain(parcel.recipients().get(index).who()) : known,
        waiting.last().octets(),
        parcel.at(),
        waiting.next(),
        waiting.attempts(),
        waiting.code(),
        waiting.enhanced(),
        waiting.attempts() == 0 ? DeferralReason.NOT_TRIED : waiting.last().reason(),
        state(waiting, sending));
  }

  /** The recipients of some kinds are addresses, and of others seats. */
  private static String domain(String who) {
    int at = who.lastIndexOf('@');
    return at < 0 ? "" : who.substring(at + 1).toLowerCase(Locale.ROOT);
  }

  private static State state(DeliveryOutcome.Waiting waiting, boolean sending) {
    if (waiting.held()) {
      return State.HELD;
    }
    if (sending) {
      return State.SENDING;
    }
    return waiting.attempts() > 0 ? State.DEFERRED : State.WAITING;
  }

  /** What operators call it: its parcel, and its place in that from 1. */
  public String id() {
    return parcel + "/" + (index + 1);
  }
}
