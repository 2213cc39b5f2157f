package org.caucus.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.caucus.email.MailAddress;

/**
 * Counts mail that letters from outside cause, per address and day, in memory: a restart begins
 * anew, so that a loop is slow, and nothing about strangers is stored. Anybody can write under
 * anybody's address, so without a limit each letter to a list would be one to a victim.
 */
public final class AnswerLimit {
  /** Answers to one address in one day (UTC). */
  public static final int PER_DAY = 10;

  /** Answers to all addresses in one day: a thousand letters under a thousand names. */
  public static final int ALL_PER_DAY = 200;

  /** Questions about held letters to one address in one day; the page shows all of them. */
  public static final int QUESTIONS_PER_DAY = 20;

  /** Addresses remembered; the oldest are forgotten first. */
  static final int ADDRESSES = 10_000;

  private final int perDay;
  private final int allPerDay;
  private LocalDate day = LocalDate.EPOCH;
  private int all;
  private final Map<String, Set<String>> today =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
          return size() > ADDRESSES;
        }
      };

  private AnswerLimit(int perDay, int allPerDay) {
    this.perDay = perDay;
    this.allPerDay = allPerDay;
  }

  /** For answers to whoever wrote. */
  public static AnswerLimit ofAnswers() {
    return new AnswerLimit(PER_DAY, ALL_PER_DAY);
  }

  /** For questions to those who decide. */
  public static AnswerLimit ofQuestions() {
    return new AnswerLimit(QUESTIONS_PER_DAY, Integer.MAX_VALUE);
  }

  /**
   * How many more this address gets today after this parcel; negative when not even this one. One
   * that is tried again counts once.
   */
  public synchronized int left(MailAddress address, String parcel, Instant at) {
    LocalDate now = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (now.isAfter(day)) {
      today.clear();
      all = 0;
      day = now;
    }
    Set<String> mail = today.computeIfAbsent(address.comparisonForm(), a -> new HashSet<>());
    if (mail.contains(parcel)) {
      return perDay - mail.size();
    }
    if (mail.size() >= perDay || all >= allPerDay) {
      return -1;
    }
    all++;
    mail.add(parcel);
    return perDay - mail.size();
  }
}
