package org.caucus.messaging.delivery;

import java.time.Instant;
import org.caucus.mail.dsn.BounceReason;

/** What became of a parcel for one recipient. */
public sealed interface DeliveryOutcome {
  /**
   * Not sent yet.
   *
   * @param next when it is tried
   * @param attempts how often it was tried
   * @param code the last SMTP reply; 0 before the first try
   * @param enhanced its RFC 3463 status code; empty if there was none
   * @param last what operators see of the letter as it was last tried
   * @param held whether an operator holds it: then it is not tried, whatever the time
   */
  record Waiting(Instant next, int attempts, int code, String enhanced, LastTry last, boolean held)
      implements DeliveryOutcome {
    /** After no reply, or one that says no more than its code. */
    public Waiting(Instant next, int attempts, int code) {
      this(next, attempts, code, "");
    }

    /** After a reply. */
    public Waiting(Instant next, int attempts, int code, String enhanced) {
      this(next, attempts, code, enhanced, LastTry.UNKNOWN, false);
    }

    /** The same, tried at another time. */
    Waiting at(Instant when) {
      return new Waiting(when, attempts, code, enhanced, last, held);
    }

    /** The same, held or not. */
    Waiting holding(boolean now) {
      return new Waiting(next, attempts, code, enhanced, last, now);
    }
  }

  /**
   * What is noted of a letter that was tried in vain.
   *
   * @param domain its recipient's; empty if it was not known
   * @param octets its size; 0 if it was not known
   */
  record LastTry(String domain, long octets, DeferralReason reason) {
    /** Of a letter that was not tried, or by a version that noted nothing. */
    static final LastTry UNKNOWN = new LastTry("", 0, DeferralReason.OTHER);
  }

  /** The smarthost took responsibility. */
  record Sent(Instant at) implements DeliveryOutcome {}

  /**
   * The smarthost said never.
   *
   * @param code SMTP reply code
   * @param enhanced RFC 3463 status code
   * @param reason what its words say, before its codes
   */
  record Rejected(int code, String enhanced, BounceReason reason) implements DeliveryOutcome {
    /** A mailbox that is full, or a letter too large for it: RFC 5321 section 4.2.3. */
    private static final int ABOUT_THE_LETTER = 552;

    /** By what it said; 552 is about the letter, and never says that an address is dead. */
    static Rejected of(int code, String enhanced, String text) {
      BounceReason reason = BounceReason.of(enhanced, text);
      boolean open = reason == BounceReason.UNKNOWN || reason.countsAgainstTheAddress();
      return new Rejected(
          code, enhanced, code == ABOUT_THE_LETTER && open ? BounceReason.SIZE : reason);
    }
  }

  /**
   * At the moment of sending the composer found that this recipient gets nothing.
   *
   * @param otherwise because they have the same by other mail from here
   */
  record Withheld(Instant at, boolean otherwise) implements DeliveryOutcome {
    /** Because they may not, or do not want it. */
    public Withheld(Instant at) {
      this(at, false);
    }
  }

  /**
   * Tried for days in vain, or taken out of the queue.
   *
   * @param code the last SMTP reply; 0 if it was not tried
   * @param enhanced its RFC 3463 status code; empty if there was none
   * @param purged whether an operator took it out
   */
  record GivenUp(int code, String enhanced, boolean purged) implements DeliveryOutcome {
    /** After its days. */
    public GivenUp(int code, String enhanced) {
      this(code, enhanced, false);
    }

    /** By an operator. */
    static GivenUp purged(int code, String enhanced) {
      return new GivenUp(code, enhanced, true);
    }
  }
}
