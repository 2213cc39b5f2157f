package org.caucus.messaging.notifications.autoreply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.caucus.mail.message.MailAddress;

/**
 * Counts mail that letters from outside cause, per address and day, in memory: a restart begins
 * anew, so that a loop is slow, and nothing about strangers is stored. Anybody can write under
 * anybody's address, so without a limit each letter to a list would be one to a victim.
 */
public final class AutoReplyLimit {
  /**
   * Answers to one address in one day (UTC), of every kind: RFC 3834 section 2 asks for a limit.
   * Those to letters that a member is proven to have written are counted apart. Echoes are none:
   * each follows a post that its author was proven to have written, and says who reads it, as the
   * page does before each post.
   */
  public static final int PER_DAY = 10;

  /**
   * The same for members, of letters of which something but their From line says that they wrote
   * them: they write much in a day, and a machine that answers is caught by the marks of its own
   * letters.
   */
  public static final int PROVEN_PER_DAY = 100;

  /**
   * Of these, to letters of which only their From line says whose they are: anyone who writes under
   * a member's name leaves something of what that member is told of their own.
   */
  public static final int UNPROVEN_PER_DAY = 8;

  /** Answers to all addresses in one day: a thousand letters under a thousand names. */
  public static final int ALL_PER_DAY = 200;

  /** Questions about held letters to one address in one day; the page shows all of them. */
  public static final int QUESTIONS_PER_DAY = 20;

  /** Addresses remembered; the oldest are forgotten first. */
  static final int ADDRESSES = 10_000;

  private final int perDay;
  private final int ownPerDay;
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
    private int own;
  }

  private AutoReplyLimit(int perDay, int ownPerDay, int allPerDay) {
    this.perDay = perDay;
    this.ownPerDay = ownPerDay;
    this.allPerDay = allPerDay;
  }

  /** For answers to the person who wrote. */
  public static AutoReplyLimit ofAnswers() {
    return new AutoReplyLimit(PER_DAY, PROVEN_PER_DAY, ALL_PER_DAY);
  }

  /** For questions to those who decide. */
  public static AutoReplyLimit ofQuestions() {
    return new AutoReplyLimit(QUESTIONS_PER_DAY, QUESTIONS_PER_DAY, Integer.MAX_VALUE);
  }

  /**
   * How many more a member gets at this address today after this parcel; negative when not even
   * this one. One that is asked for again counts once, and is told the same, whatever came after
   * it.
   */
  public int left(MailAddress address, String parcel, Instant at) {
    return left(true, address, parcel, at, false, () -> true);
  }

  /** The same as {@link #left} for what nothing but its From line says to be of this address. */
  public int leftUnproven(MailAddress address, String parcel, Instant at) {
    return left(false, address, parcel, at, false, () -> true);
  }

  /**
   * The same for somebody who may be a member: anyone who writes under many names uses up what
   * there is for strangers, and not what members are told of their own letters.
   *
   * @param proven whether it is about a letter of which something but its From line says who wrote
   *     it
   * @param isMember asked only of what is proven, and when there is nothing left for strangers
   */
  public int left(
      MailAddress address, boolean proven, String parcel, Instant at, BooleanSupplier isMember) {
    return left(proven, address, parcel, at, true, isMember);
  }

  private synchronized int left(
      boolean proven,
      MailAddress address,
      String parcel,
      Instant at,
      boolean toAnybody,
      BooleanSupplier isMember) {
    LocalDate now = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (now.isAfter(day)) {
      today.clear();
      all = 0;
      day = now;
    }
    Mail mail = today.computeIfAbsent(address.comparisonForm(), a -> new Mail());
    Integer known = mail.left.get(parcel);
    if (known != null) {
      return known;
    }
    boolean full = toAnybody && all >= allPerDay;
    boolean member = (proven || full) && isMember.getAsBoolean();
    boolean own = proven && member;
    int left = full && !member ? 0 : room(own, proven, mail);
    if (left <= 0) {
      return -1;
    }
    all += toAnybody && !full ? 1 : 0;
    mail.own += own ? 1 : 0;
    mail.unproven += proven ? 0 : 1;
    mail.left.put(parcel, left - 1);
    return left - 1;
  }

  /** How many more there may be today. */
  private int room(boolean own, boolean proven, Mail mail) {
    if (own) {
      return ownPerDay - mail.own;
    }
    int room = perDay - (mail.left.size() - mail.own);
    return proven ? room : Math.min(room, UNPROVEN_PER_DAY - mail.unproven);
  }
}
