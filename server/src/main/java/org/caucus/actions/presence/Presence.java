package org.caucus.actions.presence;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
import org.caucus.trie.Trie;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * Who comes to an action, who came, and what was written down.
 *
 * @param answers by seat id
 * @param attendance null until noted
 * @param minutes null until written
 */
public record Presence(
    PMap<String, Rsvp> answers, @Nullable Attendance attendance, @Nullable Minutes minutes) {
  /**
   * Who was there.
   *
   * @param audience the action's when it was noted, and at every time since
   */
  public record Attendance(List<SeatId> present, SeatId by, Instant at, Audience audience) {
    /** A copy that nobody else can change. */
    public Attendance {
      present = List.copyOf(present);
    }
  }

  /**
   * What was written down.
   *
   * @param audience the action's when it was written, and at every time since
   */
  public record Minutes(String text, SeatId by, Instant at, Audience audience) {}

  /** Nobody said anything. */
  public static Presence none() {
    return new Presence(Trie.empty(), null, null);
  }

  /** With this answer, in the place of an earlier one. */
  public Presence with(Rsvp rsvp) {
    return new Presence(answers.plus(rsvp.seat().value(), rsvp), attendance, minutes);
  }

  /** With who was there. */
  public Presence with(Attendance noted) {
    return new Presence(answers, noted, minutes);
  }

  /** With minutes. */
  public Presence with(Minutes written) {
    return new Presence(answers, attendance, written);
  }

  /** All of it read by fewer. */
  public Presence narrowed(UnaryOperator<Audience> narrower) {
    PMap<String, Rsvp> fewer = answers;
    for (Rsvp r : answers.values()) {
      fewer = fewer.plus(r.seat().value(), r.readBy(narrower.apply(r.audience())));
    }
    Attendance a = attendance;
    Minutes m = minutes;
    return new Presence(
        fewer,
        a == null
            ? null
            : new Attendance(a.present(), a.by(), a.at(), narrower.apply(a.audience())),
        m == null ? null : new Minutes(m.text(), m.by(), m.at(), narrower.apply(m.audience())));
  }
}
