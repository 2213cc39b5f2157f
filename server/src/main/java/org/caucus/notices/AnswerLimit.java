package org.caucus.notices;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.caucus.email.MailAddress;

/**
 * Counts automatic answers per address and day, in memory: a restart begins anew, so that a loop is
 * slow, and nothing about strangers is stored.
 */
final class AnswerLimit {
  /** Answers to one address in one day (UTC). */
  static final int PER_DAY = 10;

  /** Addresses remembered; the oldest are forgotten first. */
  static final int ADDRESSES = 10_000;

  private final InstantSource clock;
  private LocalDate day = LocalDate.EPOCH;
  private final Map<String, Set<String>> today =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
          return size() > ADDRESSES;
        }
      };

  AnswerLimit(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether this parcel may still go to this address; one that is tried again counts once. */
  synchronized boolean allows(MailAddress address, String parcel) {
    LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!now.equals(day)) {
      today.clear();
      day = now;
    }
    Set<String> answers = today.computeIfAbsent(address.comparisonForm(), a -> new HashSet<>());
    return answers.contains(parcel) || (answers.size() < PER_DAY && answers.add(parcel));
  }
}
