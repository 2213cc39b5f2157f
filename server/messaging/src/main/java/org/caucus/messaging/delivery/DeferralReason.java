package org.caucus.messaging.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.caucus.mail.dsn.BounceReason;

/** Why a letter is still in the queue, for operators. What a host said is not kept. */
public enum DeferralReason {
  NOT_TRIED("it waits for its turn or its hour"),
  UNREACHABLE("the next host cannot be reached"),
  NOT_WRITTEN("the letter could not be written; the log has the kind of error"),
  LATER("the host said later: greylisting, or it is busy"),
  RATE("the host said that these are too many letters"),
  FULL("the mailbox is full"),
  SPAM("the host takes it for unsolicited, or this server is on a block list"),
  POLICY("a rule of the host, or a missing proof of the sender"),
  CONTENT("the host does not take what is in it, or its size"),
  ADDRESS("the host doubts the address"),
  OTHER("the host gave no reason that is known here");

  private final String description;

  DeferralReason(String description) {
    this.description = description;
  }

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

  /** The same in a sentence. */
  public String description() {
    return description;
  }
}
