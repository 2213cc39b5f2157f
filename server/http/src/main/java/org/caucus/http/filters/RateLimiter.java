package org.caucus.http.filters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.caucus.platform.ratelimit.PeerNetworks;
import org.caucus.platform.ratelimit.RateLimited;
import org.caucus.platform.ratelimit.TokenBuckets;
import org.caucus.platform.ratelimit.TokenBuckets.Limit;

/**
 * How often requests may come: of one network address, of one person by session, of one personal
 * token. Counted per node.
 */
public final class RateLimiter {
  /** Requests of one person, and of one token, within a minute, unless set. */
  public static final int PER_MINUTE = 3_000;

  /** Many people sit behind one address: it has this many times what one of them has. */
  public static final int PEER_FACTOR = 10;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Tokens that open nothing, of one network within a minute; what opens something is let in. */
  public static final int WRONG_TOKENS = 30;

  private final TokenBuckets peers;
  private final TokenBuckets wrong;
  private final TokenBuckets callers;

  /** With this many a minute for each person and token. */
  public RateLimiter(InstantSource clock, int perMinute) {
    this.peers = new TokenBuckets(clock, new Limit((long) perMinute * PEER_FACTOR, MINUTE));
    this.wrong = new TokenBuckets(clock, new Limit(WRONG_TOKENS, MINUTE));
    this.callers = new TokenBuckets(clock, new Limit(perMinute, MINUTE));
  }

  /** Counts a request of this address; {@link RateLimited} if it is one too many. */
  public void ofPeer(String peer) {
    refuse(peers.count(PeerNetworks.of(peer)));
  }

  /** Counts a request of this person by session; {@link RateLimited} if it is one too many. */
  public void ofPerson(String person) {
    refuse(callers.count("person " + person));
  }

  /** Counts a request with this token, no matter whose; {@link RateLimited} likewise. */
  public void ofToken(String token) {
    refuse(callers.count("token " + hash(token)));
  }

  /** Counts a token that opens nothing, from this address; {@link RateLimited} likewise. */
  public void ofWrongToken(String peer) {
    refuse(wrong.count(PeerNetworks.of(peer)));
  }

  /** What is counted stays a while, and a token should not. */
  private static String hash(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void refuse(long wait) {
    if (wait > 0) {
      throw new RateLimited(wait);
    }
  }
}
