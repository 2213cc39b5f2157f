package org.caucus.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.caucus.identity.sessions.SharedCounters;
import org.caucus.identity.sessions.SharedCounters.Limit;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.ratelimit.PeerNetworks;
import org.caucus.platform.ratelimit.RateLimited;

/**
 * How often codes may be asked for. By address, so that nobody's mailbox is flooded and guessing
 * stays hopeless: {@value #PER_ADDRESS_A_DAY} codes a day of {@value VerificationCodes#TRIES} tries
 * are a chance of one in 6,600 a day. By address and peer, so that one stranger cannot use up what
 * there is of somebody else's. By peer, so that nobody walks through addresses. Each browser in
 * which the address was proved before has a count of its own, as small as a stranger's, and so have
 * those who are signed in: strangers, however many, keep nobody out of where they have been, and a
 * computer that was used once keeps nobody from confirming elsewhere. All nodes count together, and
 * a restart forgets nothing: what cannot be counted is not mailed.
 */
final class CodeLimits {
  /** Codes for one address asked for by one peer within {@link #WINDOW}; or in a known browser. */
  static final int PER_ADDRESS = 5;

  /** Codes for one address asked for by one peer within a day. */
  static final int PER_ADDRESS_AND_PEER_A_DAY = 10;

  /** Codes for one address asked for by all strangers within {@link #WINDOW}. */
  static final int PER_ADDRESS_OF_ALL = 10;

  /** Codes for one address within a day, by strangers; and as many by who is signed in. */
  static final int PER_ADDRESS_A_DAY = 30;

  /** Codes asked for by one peer within {@link #WINDOW}. */
  static final int PER_PEER = 30;

  /** Codes that one person may have mailed to new addresses of theirs within a day. */
  static final int NEW_ADDRESSES_A_DAY = 20;

  /** The time that the counts are for. */
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final Duration A_DAY = Duration.ofDays(1);

  private static final List<Limit> STRANGERS =
      List.of(new Limit(PER_ADDRESS_OF_ALL, WINDOW), new Limit(PER_ADDRESS_A_DAY, A_DAY));
  private static final List<Limit> PAIRS =
      List.of(new Limit(PER_ADDRESS, WINDOW), new Limit(PER_ADDRESS_AND_PEER_A_DAY, A_DAY));
  private static final List<Limit> SIGNED_IN =
      List.of(new Limit(PER_ADDRESS, WINDOW), new Limit(PER_ADDRESS_A_DAY, A_DAY));
  private static final List<Limit> PEERS = List.of(new Limit(PER_PEER, WINDOW));

  private static final List<Limit> NEW_ADDRESSES = List.of(new Limit(NEW_ADDRESSES_A_DAY, A_DAY));

  private final SharedCounters counts;

  CodeLimits(SharedCounters counts) {
    this.counts = counts;
  }

  /** Counts one request; fails with {@link RateLimited} if it is one too many. */
  Future<Void> count(MailAddress address, VerificationCodes.Asker by) {
    String form = address.comparisonForm();
    if (by.known()) {
      return by.browser().isEmpty()
          ? counted("known", form, SIGNED_IN)
          : counted("browser", form + "\n" + by.browser(), PAIRS);
    }
    String network = PeerNetworks.of(by.peer());
    // what one may not ask for any more is not taken from the others
    return counted("peer", network, PEERS)
        .compose(v -> counted("pair", form + "\n" + network, PAIRS))
        .compose(v -> counted("address", form, STRANGERS));
  }

  /** Counts one code that a person has mailed to an address they want to add; likewise. */
  Future<Void> countForNewAddress(String person) {
    return counted("new-address", person, NEW_ADDRESSES);
  }

  private Future<Void> counted(String what, String key, List<Limit> limits) {
    return counts
        .count("code/" + what, key, limits)
        .compose(
            wait ->
                wait > 0 ? Future.failedFuture(new RateLimited(wait)) : Future.succeededFuture());
  }

  /** Forgets what is all there again; how many counts. */
  Future<Integer> sweep() {
    return counts.sweep();
  }
}
