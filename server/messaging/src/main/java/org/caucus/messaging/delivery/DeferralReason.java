package org.caucus.messaging.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.caucus.mail.dsn.BounceReason;

/** Why a letter is still in the queue, for operators. What a host said is not kept. */
public enum DeferralReason {
  /** It waits for its turn or its hour. */
  NOT_TRIED,
  /** The next host cannot be reached. */
  UNREACHABLE,
  /** The letter could not be written; the log has the kind of error. */
  NOT_WRITTEN,
  /** The host said later: greylisting, or it is busy. */
  LATER,
  /** The host said that these are too many letters. */
  RATE,
  /** The mailbox is full. */
  FULL,
  /** The host takes it for unsolicited, or this server is on a block list. */
  SPAM,
  /** A rule of the host, or a missing proof of the sender. */
  POLICY,
  /** The host does not take what is in it, or its size. */
  CONTENT,
  /** The host doubts the address. */
  ADDRESS,
  /** The host gave no reason that is known here. */
  OTHER;

  /** What a host said, without its words: they may repeat an address. */
  static DeferralReason of(BounceReason said) {
    return switch (said) {
      case DELAY -> LATER;
      case RATE -> RATE;
      case FULL -> FULL;
      case SPAM -> SPAM;
      case POLICY -> POLICY;
      case SIZE, VIRUS, CONTENT -> CONTENT;
      case DEAD_ADDRESS, DISABLED -> ADDRESS;
      case NOT_A_FAILURE, UNKNOWN -> OTHER;
    };
  }

  /** By the name that operators write. */
  public static Optional<DeferralReason> named(String name) {
    return Arrays.stream(values()).filter(one -> one.label().equals(name)).findFirst();
  }

  /** What operators call it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
