package org.caucus.coalition.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * A seat offered to one mail address: single use, expiring, revocable.
 *
 * @param name the name to suggest, if the inviter gave one
 * @param succeeds the seat that the person who accepts is meant to take over from
 * @param terms what was stated of them; another email of the same offer states it, too
 * @param sending how it goes out
 * @param course what became of it since
 */
public record Invitation(
    String id,
    String address,
    @Nullable String name,
    String organisation,
    Role role,
    SeatId by,
    Instant at,
    @Nullable SeatId succeeds,
    @Nullable RosterStatement terms,
    Sending sending,
    Course course) {
  /** How long an invitation can be accepted. */
  public static final Duration LIFETIME = Duration.ofDays(14);

  /** After this time without an answer a reminder is sent. */
  public static final Duration FIRST_REMINDER = Duration.ofDays(3);

  /** This long before the invitation ends the other one is. */
  public static final Duration LAST_REMINDER = Duration.ofDays(2);

  /** Between two emails of one invitation. */
  public static final Duration BETWEEN_EMAILS = Duration.ofDays(1);

  /** Most reminders of one invitation. */
  public static final int MAX_REMINDERS = 5;

  /**
   * How an invitation goes out.
   *
   * @param remind whether reminders are sent without anyone asking
   * @param byLink whether the inviter brings the link, and no email is sent
   */
  public record Sending(boolean remind, boolean byLink) {
    /** By email, once: that of invitations from before there was a choice. */
    public static final Sending ONCE = new Sending(false, false);
  }

  /**
   * What became of an invitation since.
   *
   * @param opened when its page was opened first
   * @param reminded when the newest reminder left
   * @param reminders all that were sent
   * @param automatic those that nobody asked for
   */
  public record Course(
      @Nullable Instant opened, @Nullable Instant reminded, int reminders, int automatic) {
    /** Nothing. */
    public static final Course NONE = new Course(null, null, 0, 0);

    Course opened(Instant at) {
      return new Course(opened == null ? at : opened, reminded, reminders, automatic);
    }

    Course reminded(Instant at, boolean asked) {
      return new Course(opened, at, reminders + 1, asked ? automatic : automatic + 1);
    }
  }

  /** One that was sent once, and of which nothing is heard yet. */
  public Invitation(
      String id,
      String address,
      @Nullable String name,
      String organisation,
      Role role,
      SeatId by,
      Instant at,
      @Nullable SeatId succeeds) {
    this(id, address, name, organisation, role, by, at, succeeds, null, Sending.ONCE, Course.NONE);
  }

  /** As it was sent at this moment. */
  public static Invitation of(MemberEvent.Invited e, Instant at) {
    return new Invitation(
        e.id(),
        e.address(),
        e.name(),
        e.organisation(),
        e.role(),
        e.by(),
        at,
        e.succeeds(),
        e.terms(),
        e.sending() == null ? Sending.ONCE : e.sending(),
        Course.NONE);
  }

  /** When it stops being acceptable. */
  public Instant expires() {
    return at.plus(LIFETIME);
  }

  /** When another email may be sent. */
  public Instant mayRemind() {
    return latest(at, course.reminded()).plus(BETWEEN_EMAILS);
  }

  /** When a reminder is due that nobody asked for; empty if none is. */
  public Optional<Instant> nextReminder() {
    if (!sending.remind() || sending.byLink() || course.reminders() >= MAX_REMINDERS) {
      return Optional.empty();
    }
    Instant due =
        switch (course.automatic()) {
          case 0 -> at.plus(FIRST_REMINDER);
          case 1 -> expires().minus(LAST_REMINDER);
          default -> Instant.MAX;
        };
    return Optional.of(latest(due, mayRemind())).filter(expires()::isAfter);
  }

  private static Instant latest(Instant one, @Nullable Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }

  Invitation with(Course changed) {
    return new Invitation(
        id, address, name, organisation, role, by, at, succeeds, terms, sending, changed);
  }

  Invitation reminding(boolean on) {
    return new Invitation(
        id,
        address,
        name,
        organisation,
        role,
        by,
        at,
        succeeds,
        terms,
        new Sending(on, sending.byLink()),
        course);
  }
}
