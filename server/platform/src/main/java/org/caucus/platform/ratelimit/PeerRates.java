package org.caucus.platform.ratelimit;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * How much one peer may send by SMTP, and how often it may guess. Whether an address exists is
 * answered at RCPT TO, as mail needs it: a letter that is taken and returned later would go to
 * whomever its sender line names. So guessing cannot be made blind, only slow: after {@link
 * #GUESSES} unknown addresses within {@link #WINDOW} the peer hears "later" for every address,
 * known or not. Our own hosts in front are not counted: they count their peers.
 */
public final class PeerRates {
  /** Letters of one peer within {@link #MINUTE}. */
  public static final int LETTERS = 120;

  /** The time that letters are counted for. */
  public static final Duration MINUTE = Duration.ofMinutes(1);

  /** Unknown addresses of one peer within {@link #WINDOW}. */
  public static final int GUESSES = 20;

  /** The time that unknown addresses are counted for. */
  public static final Duration WINDOW = Duration.ofHours(1);

  /** Answered at MAIL FROM. */
  public static final String TOO_MANY_LETTERS =
      "451 4.7.1 Too many letters from your address, try later";

  /** Answered at RCPT TO. */
  public static final String TOO_MANY_GUESSES =
      "451 4.7.1 Too many unknown addresses, try again later";

  private final TokenBuckets letters;
  private final TokenBuckets guesses;
  private final Predicate<InetAddress> uncounted;

  /** Counts all but these peers. */
  public PeerRates(InstantSource clock, Predicate<InetAddress> uncounted) {
    this.letters = new TokenBuckets(clock, new TokenBuckets.Limit(LETTERS, MINUTE));
    this.guesses = new TokenBuckets(clock, new TokenBuckets.Limit(GUESSES, WINDOW));
    this.uncounted = uncounted;
  }

  /** Counts nobody: for a port that only this machine reaches. */
  public static PeerRates none() {
    return new PeerRates(InstantSource.system(), peer -> true);
  }

  /** Counts a letter; whether it is one too many. */
  public boolean isTooMany(InetAddress peer) {
    return !uncounted.test(peer) && letters.count(PeerNetworks.of(peer)) > 0;
  }

  /** Whether this peer has guessed too often. */
  public boolean isGuessing(InetAddress peer) {
    return !uncounted.test(peer) && guesses.wait(PeerNetworks.of(peer)) > 0;
  }

  /** Counts an unknown address. */
  public void guessed(InetAddress peer) {
    if (!uncounted.test(peer)) {
      guesses.count(PeerNetworks.of(peer));
    }
  }
}
