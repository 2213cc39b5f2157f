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
   * Answers to one address in one day (UTC), of every kind: RFC 3834 section 2 asks for a limit.
   */
  public static final int PER_DAY = 10;

  /**
   * Of these, to letters of which only their From line says whose they are: whoever writes under a
   * member's name leaves something of what that member is told of their own.
   */
  public static final int UNPROVEN_PER_DAY = 8;

  /** Echoes of what was posted, while so many were sent: why something was not posted is more. */
  public static final int WITH_ECHOES = 5;

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

  private final Map<String, Mail> today =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mail> eldest) {
          return size() > ADDRESSES;
        }
      };

  /** What one address got today: of each parcel, how many more there were after it. */
  private static final class Mail {
    private final Map<String, Integer> left = new HashMap<>();
    private int unproven;
  }

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
   * How many more a member gets at this address today after this parcel; negative when not even
   * this one. One that is asked for again counts once, and is told the same, whatever came after
   * it.
   */
  public synchronized int left(MailAddress address, String parcel, Instant at) {
    return put(mail(address, at), parcel, perDay);
  }

  /** Whether a member is told at this address that this was posted. */
  public synchronized boolean mayEcho(MailAddress address, String parcel, Instant at) {
    return put(mail(address, at), parcel, Math.min(perDay, WITH_ECHOES)) >= 0;
  }

  /** The same as {@link #left} for what nothing but its From line says to be of this address. */
  public synchronized int leftUnproven(MailAddress address, String parcel, Instant at) {
    Mail mail = mail(address, at);
    boolean fresh = !mail.left.containsKey(parcel);
    int ofThese = UNPROVEN_PER_DAY - mail.unproven;
    if (fresh && ofThese <= 0) {
      return -1;
    }
    int left = put(mail, parcel, perDay);
    if (fresh && left >= 0) {
      mail.unproven++;
      mail.left.put(parcel, Math.min(left, ofThese - 1));
    }
    return mail.left.getOrDefault(parcel, -1);
  }

  /**
   * The same for somebody who may be a member: whoever writes under many names uses up what there
   * is for strangers, and not what members are told of their own letters.
   *
   * @param proven whether it is about a letter of which something but its From line says who wrote
   *     it
   * @param isMember asked only when there is nothing left for strangers
   */
  public synchronized int left(
      MailAddress address, boolean proven, String parcel, Instant at, BooleanSupplier isMember) {
    if (mail(address, at).left.containsKey(parcel)) {
      return left(address, parcel, at);
    }
    boolean full = all >= allPerDay;
    if (full && !isMember.getAsBoolean()) {
      return -1;
    }
    int left = proven ? left(address, parcel, at) : leftUnproven(address, parcel, at);
    all += full || left < 0 ? 0 : 1;
    return left;
  }

  private Mail mail(MailAddress address, Instant at) {
    LocalDate now = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (now.isAfter(day)) {
      today.clear();
      all = 0;
      day = now;
    }
    return today.computeIfAbsent(address.comparisonForm(), a -> new Mail());
  }

  private int put(Mail mail, String parcel, int most) {
    Integer known = mail.left.get(parcel);
    if (known != null) {
      return known;
    }
    int used = mail.left.size();
    if (used >= most) {
      return -1;
    }
    mail.left.put(parcel, perDay - used - 1);
    return perDay - used - 1;
  }
}
