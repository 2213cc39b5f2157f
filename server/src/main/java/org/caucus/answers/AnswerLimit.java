package org.caucus.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.caucus.email.MailAddress;

/**
 * Counts mail that letters from outside cause, per address and day, in memory: a restart begins
 * anew, so that a loop is slow, and nothing about strangers is stored. Anybody can write under
 * anybody's address, so without a limit each letter to a list would be one to a victim.
 */
public final class AnswerLimit {
  /**
   * Answers to one address in one day (UTC), to letters that are proven to be its; and to others.
   */
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

  /** Of each address, the place of each parcel among those of the day. */
  private final Map<String, Map<String, Integer>> today =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Integer>> eldest) {
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
   * that is asked for again counts once, and is told the same, whatever came after it.
   */
  public int left(MailAddress address, String parcel, Instant at) {
    return left(address, true, parcel, at, () -> false);
  }

  /**
   * The same for somebody who may be a member: whoever writes under many names uses up what there
   * is for strangers, and not what members are told of their own letters; and whoever writes under
   * a member's name uses up what is told of letters that nothing proves.
   *
   * @param proven whether it is about a letter of which something but its From line says who wrote
   *     it
   * @param isMember asked only when there is nothing left for strangers
   */
  public synchronized int left(
      MailAddress address, boolean proven, String parcel, Instant at, BooleanSupplier isMember) {
    LocalDate now = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (now.isAfter(day)) {
      today.clear();
      all = 0;
      day = now;
    }
    Map<String, Integer> mail =
        today.computeIfAbsent(
            (proven ? "+" : "-") + address.comparisonForm(), a -> new HashMap<>());
    Integer place = mail.get(parcel);
    if (place != null) {
      return perDay - place;
    }
    boolean full = all >= allPerDay;
    if (mail.size() >= perDay || (full && !isMember.getAsBoolean())) {
      return -1;
    }
    all += full ? 0 : 1;
    mail.put(parcel, mail.size() + 1);
    return perDay - mail.size();
  }
}
