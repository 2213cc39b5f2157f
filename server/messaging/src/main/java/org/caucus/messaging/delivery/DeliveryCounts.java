package org.caucus.messaging.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What became of letters that this process tried to send, since it started. */
public final class DeliveryCounts {
  private final Map<Result, LongAdder> counts = new EnumMap<>(Result.class);

  /** What became of a try, in Postfix's words where it has one. */
  public enum Result {
    /** The next host took responsibility. */
    SENT,
    /** It was tried in vain, and is tried again. */
    DEFERRED,
    /** The next host refused it for good. */
    BOUNCED,
    /** It was tried for days in vain. */
    EXPIRED,
    /** At the moment of sending its recipient was to get nothing. */
    WITHHELD;

    /** Empty if it was not tried. */
    static Optional<Result> of(DeliveryOutcome before, DeliveryOutcome after) {
      return after.equals(before)
          ? Optional.empty()
          : switch (after) {
            case DeliveryOutcome.Sent o -> Optional.of(SENT);
            case DeliveryOutcome.Rejected o -> Optional.of(BOUNCED);
            case DeliveryOutcome.GivenUp o -> Optional.of(EXPIRED);
            case DeliveryOutcome.Withheld o -> Optional.of(WITHHELD);
            case DeliveryOutcome.Waiting o -> again(before, o);
          };
    }

    private static Optional<Result> again(DeliveryOutcome before, DeliveryOutcome.Waiting after) {
      return before instanceof DeliveryOutcome.Waiting w && w.attempts() < after.attempts()
          ? Optional.of(DEFERRED)
          : Optional.empty();
    }
  }

  /** Of nothing yet. */
  DeliveryCounts() {
    for (Result result : Result.values()) {
      counts.put(result, new LongAdder());
    }
  }

  /** A letter was in the one state before a pass, and is in the other after it. */
  void add(DeliveryOutcome before, DeliveryOutcome after) {
    Result.of(before, after).ifPresent(result -> adder(result).increment());
  }

  /** How many letters. */
  public long of(Result result) {
    return adder(result).sum();
  }

  private LongAdder adder(Result result) {
    return counts.getOrDefault(result, new LongAdder());
  }
}
