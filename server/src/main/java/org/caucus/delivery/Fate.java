package org.caucus.delivery;

import java.time.Instant;

/** What became of a parcel for one recipient. */
public sealed interface Fate {
  /**
   * Not sent yet.
   *
   * @param next when it is tried
   * @param attempts how often it was tried
   * @param code the last SMTP reply; 0 before the first try
   */
  record Waiting(Instant next, int attempts, int code) implements Fate {}

  /** The smarthost took responsibility. */
  record Sent(Instant at) implements Fate {}

  /**
   * The smarthost said never; 552 is about the letter, other codes about the address.
   *
   * @param code SMTP reply code
   * @param enhanced RFC 3463 status code
   */
  record Rejected(int code, String enhanced) implements Fate {}

  /** At the moment of sending the composer found that this recipient gets nothing. */
  record Withheld(Instant at) implements Fate {}

  /**
   * Tried for days in vain.
   *
   * @param code the last SMTP reply
   */
  record GivenUp(int code) implements Fate {}
}
