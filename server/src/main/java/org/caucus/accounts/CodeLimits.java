package org.caucus.accounts;

import java.time.Duration;
import java.time.InstantSource;
import org.caucus.email.MailAddress;
import org.caucus.http.TooMany;
import org.caucus.rates.Counts;
import org.caucus.rates.Counts.Limit;
import org.caucus.rates.Networks;

/**
 * How often codes may be asked for. By address, so that nobody's mailbox is flooded and guessing
 * stays hopeless: {@value #PER_ADDRESS_A_DAY} codes a day of {@value Guesses#TRIES} tries are a
 * chance of one in 6,600 a day. By peer, so that nobody walks through addresses. Counted per node,
 * in memory.
 */
final class CodeLimits {
  /** Codes for one address within {@link #WINDOW}. */
  static final int PER_ADDRESS = 5;

  /** Codes for one address within a day. */
  static final int PER_ADDRESS_A_DAY = 30;

  /** Codes asked for by one peer within {@link #WINDOW}. */
  static final int PER_PEER = 30;

  /** The time that the two counts are for. */
  static final Duration WINDOW = Duration.ofMinutes(15);

  private final Counts addresses;
  private final Counts peers;

  CodeLimits(InstantSource clock) {
    this.addresses =
        new Counts(
            clock,
            new Limit(PER_ADDRESS, WINDOW),
            new Limit(PER_ADDRESS_A_DAY, Duration.ofDays(1)));
    this.peers = new Counts(clock, new Limit(PER_PEER, WINDOW));
  }

  /** Counts one request; {@link TooMany} if it is one too many. */
  void count(MailAddress address, String peer) {
    refuse(peers.count(Networks.of(peer)));
    refuse(addresses.count(address.comparisonForm()));
  }

  private static void refuse(long wait) {
    if (wait > 0) {
      throw new TooMany(wait);
    }
  }
}
