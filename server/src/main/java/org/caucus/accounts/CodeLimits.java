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
 * chance of one in 6,600 a day. By address and peer, so that one stranger cannot use up what there
 * is of somebody else's. By peer, so that nobody walks through addresses. A browser in which the
 * address was proved before has a count of its own: strangers, however many, keep nobody out of
 * where they have been. Counted per node, in memory.
 */
final class CodeLimits {
  /** Codes for one address asked for by one peer within {@link #WINDOW}; or by known browsers. */
  static final int PER_ADDRESS = 5;

  /** Codes for one address asked for by one peer within a day. */
  static final int PER_ADDRESS_AND_PEER_A_DAY = 10;

  /** Codes for one address asked for by all strangers within {@link #WINDOW}. */
  static final int PER_ADDRESS_OF_ALL = 10;

  /** Codes for one address within a day, by strangers; and as many by known browsers. */
  static final int PER_ADDRESS_A_DAY = 30;

  /** Codes asked for by one peer within {@link #WINDOW}. */
  static final int PER_PEER = 30;

  /** The time that the counts are for. */
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final Duration A_DAY = Duration.ofDays(1);

  private final Counts strangers;
  private final Counts pairs;
  private final Counts known;
  private final Counts peers;

  CodeLimits(InstantSource clock) {
    this.strangers =
        new Counts(
            clock, new Limit(PER_ADDRESS_OF_ALL, WINDOW), new Limit(PER_ADDRESS_A_DAY, A_DAY));
    this.pairs =
        new Counts(
            clock, new Limit(PER_ADDRESS, WINDOW), new Limit(PER_ADDRESS_AND_PEER_A_DAY, A_DAY));
    this.known =
        new Counts(clock, new Limit(PER_ADDRESS, WINDOW), new Limit(PER_ADDRESS_A_DAY, A_DAY));
    this.peers = new Counts(clock, new Limit(PER_PEER, WINDOW));
  }

  /**
   * Counts one request; {@link TooMany} if it is one too many.
   *
   * @param isKnown whether whoever asks has proved this address before
   */
  void count(MailAddress address, String peer, boolean isKnown) {
    String form = address.comparisonForm();
    if (isKnown) {
      refuse(known.count(form));
      return;
    }
    String network = Networks.of(peer);
    refuse(peers.count(network));
    // what one may not ask for any more is not taken from the others
    refuse(pairs.count(form + "\n" + network));
    refuse(strangers.count(form));
  }

  private static void refuse(long wait) {
    if (wait > 0) {
      throw new TooMany(wait);
    }
  }
}
