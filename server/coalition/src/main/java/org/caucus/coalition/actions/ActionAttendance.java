package org.caucus.coalition.actions;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.spill.StoredText;
import org.pcollections.PMap;

/**
 * Who comes to an action, who came, and what was written down. Anyone who writes replaces what they
 * can read. What was written for fewer, before others could read the action, neither goes by their
 * hand nor is shown to them, so there may be several, each for its own readers.
 *
 * @param answers by seat id
 * @param attendances oldest first
 * @param minutes oldest first
 */
public record ActionAttendance(
    PMap<String, Rsvp> answers, List<Attendance> attendances, List<Minutes> minutes) {
  /** A copy that nobody else can change. */
  public ActionAttendance {
    attendances = List.copyOf(attendances);
    minutes = List.copyOf(minutes);
  }

  /** Something written down for those who read the action then. */
  public sealed interface Noted {
    /** Who wrote it. */
    SeatId by();

    /** When it was written. */
    Instant at();

    /** The action's when it was written, and at every time since. */
    Audience audience();
  }

  /** Who was there. */
  public record Attendance(List<SeatId> present, SeatId by, Instant at, Audience audience)
      implements Noted {
    /** A copy that nobody else can change. */
    public Attendance {
      present = List.copyOf(present);
    }
  }

  /** What was written down. */
  public record Minutes(StoredText storedText, SeatId by, Instant at, Audience audience)
      implements Noted {
    /** The words. */
    public String text() {
      return storedText.toString();
    }
  }

  /** Nobody said anything. */
  public static ActionAttendance none() {
    return new ActionAttendance(PersistentMap.empty(), List.of(), List.of());
  }

  /** With this answer, in the place of an earlier one. */
  public ActionAttendance with(Rsvp rsvp) {
    return new ActionAttendance(answers.plus(rsvp.seat().value(), rsvp), attendances, minutes);
  }

  /**
   * With who was there.
   *
   * @param hidden what the person who noted it cannot read: it stays
   */
  public ActionAttendance with(Attendance noted, Predicate<Noted> hidden) {
    return new ActionAttendance(answers, kept(attendances, hidden, noted), minutes);
  }

  /**
   * With minutes.
   *
   * @param hidden what the person who wrote them cannot read: it stays
   */
  public ActionAttendance with(Minutes written, Predicate<Noted> hidden) {
    return new ActionAttendance(answers, attendances, kept(minutes, hidden, written));
  }

  private static <T extends Noted> List<T> kept(List<T> old, Predicate<Noted> which, T last) {
    return Stream.concat(old.stream().filter(which), Stream.of(last)).toList();
  }

  /** All of it read by fewer. */
  public ActionAttendance narrowed(UnaryOperator<Audience> narrower) {
    PMap<String, Rsvp> fewer = answers;
    for (Rsvp r : answers.values()) {
      fewer = fewer.plus(r.seat().value(), r.readBy(narrower.apply(r.audience())));
    }
    return new ActionAttendance(
        fewer,
        attendances.stream()
            .map(a -> new Attendance(a.present(), a.by(), a.at(), narrower.apply(a.audience())))
            .toList(),
        minutes.stream()
            .map(m -> new Minutes(m.storedText(), m.by(), m.at(), narrower.apply(m.audience())))
            .toList());
  }
}
