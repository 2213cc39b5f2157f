package org.caucus.accounts;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.caucus.email.MailAddress;
import org.caucus.http.TooMany;

/**
 * How often codes may be asked for. By address, so that nobody's mailbox is flooded and guessing
 * stays hopeless: {@value #PER_ADDRESS_A_DAY} codes a day of {@value Codes#TRIES} tries are a
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

  /** Addresses, and peers, that are counted at most; the one that asked longest ago is dropped. */
  static final int COUNTED = 10_000;

  /** One household or office has a whole /64 of IPv6 addresses (RFC 6177), so that is one peer. */
  private static final int IPV6_PEER_BYTES = 8;

  private final Counts addresses;
  private final Counts peers;

  CodeLimits(InstantSource clock) {
    TimeMeter meter = new Meter(clock);
    this.addresses =
        new Counts(
            BucketConfiguration.builder()
                .addLimit(l -> l.capacity(PER_ADDRESS).refillGreedy(PER_ADDRESS, WINDOW))
                .addLimit(
                    l ->
                        l.capacity(PER_ADDRESS_A_DAY)
                            .refillGreedy(PER_ADDRESS_A_DAY, Duration.ofDays(1)))
                .build(),
            meter);
    this.peers =
        new Counts(
            BucketConfiguration.builder()
                .addLimit(l -> l.capacity(PER_PEER).refillGreedy(PER_PEER, WINDOW))
                .build(),
            meter);
  }

  /** Counts one request; {@link TooMany} if it is one too many. */
  void count(MailAddress address, String peer) {
    peers.count(network(peer));
    addresses.count(address.comparisonForm());
  }

  /** The peer as it is counted. */
  static String network(String peer) {
    try {
      InetAddress address = InetAddress.ofLiteral(peer);
      return address instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), IPV6_PEER_BYTES))
          : address.getHostAddress();
    } catch (IllegalArgumentException e) {
      return peer; // a socket without an IP address: counted by what it is called
    }
  }

  /** Buckets by key, bounded. */
  private static final class Counts {
    private final BucketConfiguration limits;
    private final TimeMeter meter;
    private final Map<String, Bucket> buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > COUNTED;
          }
        };

    Counts(BucketConfiguration limits, TimeMeter meter) {
      this.limits = limits;
      this.meter = meter;
    }

    void count(String key) {
      ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        throw new TooMany(
            Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1)));
      }
    }

    private synchronized Bucket bucket(String key) {
      return buckets.computeIfAbsent(key, k -> full());
    }

    private Bucket full() {
      var builder = Bucket.builder().withCustomTimePrecision(meter);
      for (var limit : limits.getBandwidths()) {
        builder.addLimit(limit);
      }
      return builder.build();
    }
  }

  /** The house's clock, as Bucket4j reads one. */
  private record Meter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
