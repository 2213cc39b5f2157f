package org.caucus.platform.observability.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import org.caucus.platform.eventlog.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every try to sign in, and every authorisation that was refused (OWASP ASVS 5.0.0, 16.3.1 and
 * 16.3.2): one line each, of fields and values that are words of this program, and a count.
 *
 * <p>Accounts go by a reference: a keyed hash of the person's id, so that the lines of one account
 * are found together, and nobody who has the log alone, or the log and the database, learns whose
 * they are. {@code caucus sessions} tells the reference of an address. Of a peer only the kind of
 * its network is said. Never a name, an address, a slug, a path, or what was typed.
 */
public final class SecurityLog {
  /**
   * Lines within a minute, at most: who is refused a thousand times a second may fill no disk. What
   * goes beyond is counted, and said as a number when the minute is over. Those who came in have as
   * many of their own, so that no flood of failures hides one of them.
   */
  public static final int LINES_PER_MINUTE = 600;

  /** A token that is used is noted once in so many milliseconds; its failures each time. */
  static final long TOKEN_QUIET_MILLIS = 3_600_000;

  /** Tokens whose last note is remembered. */
  private static final int TOKENS = 10_000;

  private static final long MINUTE_MILLIS = 60_000;
  private static final int REFERENCE_LETTERS = 12;
  private static final String NOBODY = "none";
  private static final String ENTERED = "entered";
  private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.class);

  private final BinaryOperator<String> keyedHash;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Map<String, Long> tokens = new ConcurrentHashMap<>();
  private final Minute came = new Minute();
  private final Minute refused = new Minute();

  /** A way in, or to prove anew who one is. */
  public enum Way {
    /** A code by mail. */
    CODE,
    /** A passkey. */
    PASSKEY,
    /** A personal token. */
    TOKEN,
    /** The link of an invitation, for somebody who was nobody here. */
    INVITATION,
    /** A code after a convenor's word, for somebody who lost all passkeys. */
    RECOVERY,
    /** A fresh proof by a mailed code. */
    STEP_UP_CODE,
    /** A fresh proof by a passkey. */
    STEP_UP_PASSKEY
  }

  /**
   * Into this registry, and the log.
   *
   * @param keyedHash for a purpose, of a value; at least twelve letters long
   */
  public SecurityLog(BinaryOperator<String> keyedHash, MeterRegistry meters, InstantSource clock) {
    this.keyedHash = keyedHash;
    this.meters = meters;
    this.clock = clock;
  }

  /** Counts nothing: where nobody may look at numbers. */
  public static SecurityLog in(Vault vault, InstantSource clock) {
    return new SecurityLog(vault::blindIndex, new CompositeMeterRegistry(), clock);
  }

  /** What the log calls the account of this person. */
  public String account(@Nullable String person) {
    return person == null ? NOBODY : reference("security-log/account", person);
  }

  /** What the log calls this address, in comparison form, whether anybody holds it or not. */
  public String mailbox(String address) {
    return reference("security-log/mailbox", address);
  }

  private String reference(String purpose, String value) {
    return keyedHash.apply(purpose, value).substring(0, REFERENCE_LETTERS);
  }

  /**
   * Somebody asked for a code. The address has a reference of its own: looking up who holds it
   * would take time that tells whether anybody does.
   */
  public void codeAsked(String address, String peer) {
    attempt(Way.CODE, "asked", NOBODY, NOBODY, mailbox(address), peer);
  }

  /** Somebody typed a code that is not the one of this address. */
  public void wrongCode(Way way, String address, String peer) {
    attempt(way, "refused", "wrong-code", NOBODY, mailbox(address), peer);
  }

  /** Somebody is in. */
  public void entered(Way way, String person, String peer) {
    attempt(way, ENTERED, NOBODY, account(person), NOBODY, peer);
  }

  /** A token was used; noted once an hour. */
  public void entered(String token, String person, String peer) {
    long now = clock.millis();
    Long last = tokens.get(token);
    if (last != null && now - last < TOKEN_QUIET_MILLIS) {
      return;
    }
    if (tokens.size() >= TOKENS) {
      tokens.clear(); // then they are noted once more
    }
    tokens.put(token, now);
    entered(Way.TOKEN, person, peer);
  }

  /**
   * Somebody is not in.
   *
   * @param reason a word of this program, such as {@code wrong-code}
   * @param person whose account it would have been, if that is known
   */
  public void notEntered(Way way, String reason, @Nullable String person, String peer) {
    attempt(way, "refused", reason, account(person), NOBODY, peer);
  }

  private void attempt(
      Way way, String outcome, String reason, String account, String mailbox, String peer) {
    String name = way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Counter.builder("caucus.sign.in.attempts")
        .description("Tries to sign in, or to prove anew who one is")
        .tag("way", name)
        .tag("outcome", outcome)
        .register(meters)
        .increment();
    if ((outcome.equals(ENTERED) ? came : refused).mayWrite(clock)) {
      LOG.atInfo()
          .addKeyValue("event", "sign-in")
          .addKeyValue("way", name)
          .addKeyValue("outcome", outcome)
          .addKeyValue("reason", reason)
          .addKeyValue("account", account)
          .addKeyValue("mailbox", mailbox)
          .addKeyValue("peer", PeerClass.kind(peer))
          .log("security");
    }
  }

  /**
   * Something was refused to somebody who may not do it, or not so.
   *
   * @param reason a word of this program, such as {@code forbidden}
   * @param operation the name of what was asked for, as the contract has it
   * @param person who asked, if that is known
   */
  public void refused(String reason, String operation, @Nullable String person, String peer) {
    Counter.builder("caucus.refusals")
        .description("Requests that were refused")
        .tag("reason", reason)
        .register(meters)
        .increment();
    if (refused.mayWrite(clock)) {
      LOG.atInfo()
          .addKeyValue("event", "refusal")
          .addKeyValue("reason", reason)
          .addKeyValue("operation", operation)
          .addKeyValue("account", account(person))
          .addKeyValue("peer", PeerClass.kind(peer))
          .log("security");
    }
  }

  /**
   * The operator has ended what somebody was signed in with.
   *
   * @param person whose; null if it was everybody's
   */
  public void ended(@Nullable String person, int sessions, int tokens) {
    LOG.atWarn()
        .addKeyValue("event", "ended-by-operator")
        .addKeyValue("account", person == null ? "everybody" : account(person))
        .addKeyValue("sessions", sessions)
        .addKeyValue("tokens", tokens)
        .log("security");
  }

  /** The operator said that it is this person who has lost all passkeys. */
  public void vouched(String person) {
    LOG.atWarn()
        .addKeyValue("event", "recovery-confirmed-by-operator")
        .addKeyValue("account", account(person))
        .log("security");
  }

  /** Counts the lines of a minute. */
  private static final class Minute {
    private final AtomicLong minute = new AtomicLong();
    private final AtomicLong lines = new AtomicLong();

    boolean mayWrite(InstantSource clock) {
      long now = clock.millis() / MINUTE_MILLIS;
      long before = minute.get();
      if (now != before && minute.compareAndSet(before, now)) {
        long beyond = lines.getAndSet(0) - LINES_PER_MINUTE;
        if (beyond > 0) {
          LOG.atWarn().addKeyValue("event", "more").addKeyValue("lines", beyond).log("security");
        }
      }
      return lines.incrementAndGet() <= LINES_PER_MINUTE;
    }
  }
}
