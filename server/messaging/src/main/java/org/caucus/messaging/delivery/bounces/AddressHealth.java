package org.caucus.messaging.delivery.bounces;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caucus.mail.dsn.BounceReason;

/**
 * What is known of one address: what came back from it, and whether it is still written to. Pure:
 * every change is a new one.
 *
 * @param address in its comparison form
 * @param workspace where the last return came from; its name is in the return path of probes
 * @param returns what came back, oldest first, at most {@link #MAX_RETURNS}
 * @param countsFrom what came back before says nothing any more
 * @param probesSent of the present doubt
 * @param probesFailed of those, how many came back
 * @param next when something is to be done; {@link Instant#MAX} for nothing
 */
record AddressHealth(
    String address,
    String workspace,
    List<Return> returns,
    State state,
    Instant countsFrom,
    int probesSent,
    int probesFailed,
    Instant next) {
  /** Days with a counted return before an address is doubted. */
  static final int DAYS_TO_DOUBT = 5;

  /** Probes that must come back before mail is suspended. */
  static final int PROBES = 4;

  /** Time between two probes, and how long one may take to come back. */
  static final Duration PROBE_EVERY = Duration.ofDays(3);

  /** A return counts for so long. */
  static final Duration COUNTS_FOR = Duration.ofDays(30);

  /** Returns kept for the history; of more, the latest. */
  static final int MAX_RETURNS = 100;

  /** Whether an address is written to. */
  enum State {
    /** As usual. */
    FINE,
    /** As usual, and probes besides. */
    DOUBTED,
    /** No more, until somebody says that it works again. */
    SUSPENDED
  }

  /** What a letter was that came back. */
  enum Purpose {
    /** A post of a list. */
    POST,
    /** A notice, an answer, a code: anything else that Caucus sends. */
    NOTICE,
    /** Several posts or notices, or the news of a week, in one letter. */
    DIGEST,
    /** The first that a workspace writes to somebody: its invitation. */
    WELCOME,
    /** A letter that asks whether the address works. */
    PROBE;

    /** What begins the kind of parcel of a letter of this purpose; of any other it is a notice. */
    private static final Map<String, Purpose> BY_KIND =
        Map.of("relay.", POST, "digest.", DIGEST, "invitation", WELCOME, ProbeMail.KIND, PROBE);

    /** What letters of a kind of parcel are for. */
    static Purpose of(String kind) {
      return BY_KIND.entrySet().stream()
          .filter(known -> kind.startsWith(known.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(NOTICE);
    }
  }

  /**
   * One letter that came back.
   *
   * @param id of the report, so that the same one is noted once
   * @param status enhanced status code (RFC 3463); may be empty
   * @param from the workspace whose letter it was; empty in what was noted before this was
   */
  record Return(
      String id,
      Instant at,
      Purpose purpose,
      BounceReason reason,
      boolean permanent,
      String status,
      String from) {
    boolean counts() {
      return permanent && reason.countsAgainstTheAddress();
    }
  }

  AddressHealth {
    returns = List.copyOf(returns);
  }

  static AddressHealth of(String address, String workspace) {
    return new AddressHealth(
        address, workspace, List.of(), State.FINE, Instant.EPOCH, 0, 0, Instant.MAX);
  }

  /** After a letter came back, from this workspace. */
  AddressHealth returned(Return back, String from) {
    if (returns.stream().anyMatch(r -> r.id().equals(back.id()))) {
      return this;
    }
    List<Return> kept = new ArrayList<>(returns);
    kept.add(back);
    List<Return> latest = kept.subList(Math.max(0, kept.size() - MAX_RETURNS), kept.size());
    AddressHealth noted =
        new AddressHealth(address, from, latest, state, countsFrom, probesSent, probesFailed, next);
    return switch (state) {
      case FINE -> noted.countedDays(back.at()) < DAYS_TO_DOUBT ? noted : noted.doubted(back.at());
      case DOUBTED ->
          back.purpose() == Purpose.PROBE && back.counts() ? noted.probeFailed() : noted;
      case SUSPENDED -> noted;
    };
  }

  /** Days on which something came back that counts: many letters on one day are one bad day. */
  int countedDays(Instant now) {
    Instant from = now.minus(COUNTS_FOR);
    return (int)
        returns.stream()
            .filter(r -> r.counts() && r.at().isAfter(countsFrom) && r.at().isAfter(from))
            .map(r -> LocalDate.ofInstant(r.at(), ZoneOffset.UTC))
            .distinct()
            .count();
  }

  private AddressHealth doubted(Instant now) {
    return new AddressHealth(address, workspace, returns, State.DOUBTED, countsFrom, 0, 0, now);
  }

  private AddressHealth probeFailed() {
    int failed = Math.min(probesFailed + 1, probesSent);
    return failed < PROBES
        ? new AddressHealth(
            address, workspace, returns, State.DOUBTED, countsFrom, probesSent, failed, next)
        : new AddressHealth(
            address,
            workspace,
            returns,
            State.SUSPENDED,
            countsFrom,
            probesSent,
            failed,
            Instant.MAX);
  }

  /** Whether the next probe is to be sent now. */
  boolean asksForProbe(Instant now) {
    return state == State.DOUBTED && probesSent == probesFailed && !next.isAfter(now);
  }

  /** Whether the last probe has had its time, and did not come back. */
  boolean isCleared(Instant now) {
    return state == State.DOUBTED && probesSent > probesFailed && !next.isAfter(now);
  }

  /** After a probe was sent. */
  AddressHealth probed(Instant now) {
    return new AddressHealth(
        address,
        workspace,
        returns,
        State.DOUBTED,
        countsFrom,
        probesSent + 1,
        probesFailed,
        now.plus(PROBE_EVERY));
  }

  /** As usual from now on, whatever came back before. */
  AddressHealth cleared(Instant now) {
    return new AddressHealth(address, workspace, returns, State.FINE, now, 0, 0, Instant.MAX);
  }
}
