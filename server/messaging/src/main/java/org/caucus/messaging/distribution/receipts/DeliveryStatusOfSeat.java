package org.caucus.messaging.distribution.receipts;

import java.time.Instant;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of one post for one seat, as far as mail goes.
 *
 * @param at when that was, or when it is tried next or the digest is due; null if it is no moment
 *     or not known
 * @param code the mail host's reply (RFC 5321 section 4.2); 0 if there was none
 * @param status enhanced status code (RFC 3463); empty if there was none
 */
public record DeliveryStatusOfSeat(
    SeatId seat, State state, @Nullable Instant at, int code, String status) {
  /** What became of it. */
  public enum State {
    /** The mail host took the letter. */
    SENT,
    /** It was in a digest, which the mail host took. */
    IN_DIGEST,
    /** It waits for the next digest. */
    NEXT_DIGEST,
    /** It is about to be sent. */
    WAITING,
    /** The mail host said not now; it is tried again. */
    RETRYING,
    /** The mail host said never. */
    REJECTED,
    /** It was tried for days in vain. */
    GIVEN_UP,
    /** An operator of the server took it out of the queue. */
    REMOVED,
    /** The mail host refused the digest in which it was, with all that was in it. */
    DIGEST_REJECTED,
    /** The digest in which it was, was tried for days in vain. */
    DIGEST_GIVEN_UP,
    /** When it was to be sent, the seat did not want it any more, or had it from its author. */
    WITHHELD,
    /** Mail to the seat is held back: it came back again and again. */
    SUSPENDED,
    /** The seat, or another of the same person, wrote it. */
    OWN,
    /** The seat wanted no mail on that day. */
    PAUSED,
    /** The seat wants special notices only. */
    SPECIAL_ONLY,
    /** The seat wants no mail of the list, or of the thing. */
    NOT_WANTED,
    /** The seat hears of such things in the browser alone. */
    BELL,
    /** The seat neither takes part in the thing nor follows it. */
    NOT_FOLLOWED,
    /** The person who wrote it asked that nobody be told of it by mail. */
    QUIET,
    /** The same letter came by another list. */
    OTHER_LIST,
    /** It came to another seat of the same person. */
    OTHER_SEAT,
    /** The seat cannot read it. */
    OUTSIDE,
    /** It was brought in with an archive, of which nobody is mailed. */
    ARCHIVE
  }

  /** No moment, and no reply of a host. */
  public static DeliveryStatusOfSeat of(SeatId seat, State state) {
    return new DeliveryStatusOfSeat(seat, state, null, 0, "");
  }

  /** What the ledger says of a letter that was not held back. */
  public static DeliveryStatusOfSeat of(SeatId seat, DeliveryOutcome fate) {
    return switch (fate) {
      case DeliveryOutcome.Sent f -> at(seat, State.SENT, f.at());
      case DeliveryOutcome.Waiting f when f.attempts() == 0 -> at(seat, State.WAITING, f.next());
      case DeliveryOutcome.Waiting f ->
          new DeliveryStatusOfSeat(seat, State.RETRYING, f.next(), f.code(), f.enhanced());
      case DeliveryOutcome.Rejected f ->
          new DeliveryStatusOfSeat(seat, State.REJECTED, null, f.code(), f.enhanced());
      case DeliveryOutcome.GivenUp f when f.purged() -> of(seat, State.REMOVED);
      case DeliveryOutcome.GivenUp f ->
          new DeliveryStatusOfSeat(seat, State.GIVEN_UP, null, f.code(), f.enhanced());
      case DeliveryOutcome.Withheld f -> at(seat, State.WITHHELD, f.at());
    };
  }

  /**
   * What the ledger says of a digest that it was in; not when that is tried next, which follows
   * from when it left.
   */
  public static DeliveryStatusOfSeat inDigest(SeatId seat, DeliveryOutcome fate) {
    DeliveryStatusOfSeat own = of(seat, fate);
    State state =
        switch (own.state()) {
          case SENT -> State.IN_DIGEST;
          case REJECTED -> State.DIGEST_REJECTED;
          case GIVEN_UP -> State.DIGEST_GIVEN_UP;
          default -> own.state();
        };
    return new DeliveryStatusOfSeat(
        seat,
        state,
        fate instanceof DeliveryOutcome.Sent sent ? sent.at() : null,
        own.code(),
        own.status());
  }

  /** At a moment, and without a reply of a host. */
  public static DeliveryStatusOfSeat at(SeatId seat, State state, Instant at) {
    return new DeliveryStatusOfSeat(seat, state, at, 0, "");
  }
}
