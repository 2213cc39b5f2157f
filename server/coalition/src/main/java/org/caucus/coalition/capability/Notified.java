package org.caucus.coalition.capability;

import java.util.Set;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of an event, and why. Whether they may know of it is asked of each besides. Put
 * together by a capability, which says only what is not the rule.
 */
public final class Notified {
  /** How far it goes. */
  public enum Reach {
    /** To all who can read what it is about. */
    READERS,
    /** To those who have to do with the thing, spoke about it or follow it. */
    INVOLVED,
    /** To the seats that are given. */
    SEATS
  }

  private final Ref about;
  private final Reach reach;
  private final Set<SeatId> seats;
  private @Nullable NotificationReason reason;
  private boolean mailed = true;
  private boolean urgent;
  private boolean actorToo;
  private boolean decided;
  private Set<String> asked = Set.of();
  private @Nullable String question;
  private Set<SeatId> given = Set.of();
  private Predicate<SeatId> knowing = seat -> false;
  private @Nullable Scope meant;

  private Notified(Ref about, Reach reach, Set<SeatId> seats) {
    this.about = about;
    this.reach = reach;
    this.seats = Set.copyOf(seats);
  }

  /** All who can read the thing. */
  public static Notified readers(Ref thing) {
    return new Notified(thing, Reach.READERS, Set.of());
  }

  /** Those who have to do with the thing, spoke about it or follow it. */
  public static Notified involved(Ref thing) {
    return new Notified(thing, Reach.INVOLVED, Set.of());
  }

  /** These seats and no others. */
  public static Notified only(Ref about, Set<SeatId> seats) {
    return new Notified(about, Reach.SEATS, seats);
  }

  /** For this reason, whatever else each has to do with the thing. */
  public Notified because(NotificationReason why) {
    this.reason = why;
    return this;
  }

  /** In the inbox alone, not by mail. */
  public Notified inInbox() {
    this.mailed = false;
    return this;
  }

  /** At once, without waiting for more that happens to the same thing. */
  public Notified urgently() {
    this.urgent = true;
    return this;
  }

  /** The person too who acted. */
  public Notified alsoActor() {
    this.actorToo = true;
    return this;
  }

  /** In the name of the person who decided, not of the one whose words it is about. */
  public Notified byDecider() {
    this.decided = true;
    return this;
  }

  /** It asks these companies for something: all their liaisons hear of it. */
  public Notified asking(Set<String> companies) {
    this.asked = Set.copyOf(companies);
    return this;
  }

  /** The same, in the words of an entry of the same commit. */
  public Notified asking(Set<String> companies, String entry) {
    this.question = entry;
    return asking(companies);
  }

  /** It gives the thing to these, who hear of it even if they muted the thing. */
  public Notified giving(Set<SeatId> seats) {
    this.given = Set.copyOf(seats);
    return this;
  }

  /** Not those to whom it is nothing new. */
  public Notified except(Predicate<SeatId> known) {
    this.knowing = known;
    return this;
  }

  /**
   * What it says is meant for these, though others know of it: a letter holds no words where one of
   * both is read by those whose mail holds none.
   */
  public Notified meantFor(Scope readers) {
    this.meant = readers;
    return this;
  }

  /** What it is about, whose scope decides who may know. */
  public Ref about() {
    return about;
  }

  /** How far it goes. */
  public Reach reach() {
    return reach;
  }

  /** The seats that are given. */
  public Set<SeatId> seats() {
    return seats;
  }

  /** Why all of them hear of it; null if that depends on each. */
  public @Nullable NotificationReason reason() {
    return reason;
  }

  /** Whether it goes by mail too. */
  public boolean isMailed() {
    return mailed;
  }

  /** Whether it does not wait for more. */
  public boolean isUrgent() {
    return urgent;
  }

  /** Whether the person who acted hears of it too. */
  public boolean isForActor() {
    return actorToo;
  }

  /** Whether it is told in the name of the person who decided. */
  public boolean isByDecider() {
    return decided;
  }

  /** The companies that it asks for something. */
  public Set<String> asked() {
    return asked;
  }

  /** The entry in which it asks; null if it asks by itself. */
  public @Nullable String question() {
    return question;
  }

  /** To whom it gives the thing. */
  public Set<SeatId> given() {
    return given;
  }

  /** Whether it is nothing new to a seat. */
  public boolean isKnown(SeatId seat) {
    return knowing.test(seat);
  }

  /** Whom what it says is meant for; null if for those who may know of it. */
  public @Nullable Scope meant() {
    return meant;
  }
}
