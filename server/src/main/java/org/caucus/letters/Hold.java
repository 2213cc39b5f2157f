package org.caucus.letters;

import java.time.Instant;
import java.util.List;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.Letter;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A letter that somebody is asked about.
 *
 * @param address the address it came to
 * @param sender the address it came from
 * @param seat the sender's seat, if the address is a member's
 * @param awaits who is asked
 * @param reasons why, in plain words
 * @param audience the narrower audience it asks for itself, or null
 */
public record Hold(
    String id,
    Intent intent,
    String address,
    String sender,
    @Nullable SeatId seat,
    Awaits awaits,
    String subject,
    String text,
    Letter letter,
    List<String> reasons,
    @Nullable Audience audience,
    Instant at,
    State state) {
  /** Who is asked. */
  public enum Awaits {
    /** A convenor decides. */
    CONVENOR,
    /** Its sender is asked whether they wrote it. */
    SENDER
  }

  /** What was decided. */
  public enum State {
    HELD,
    APPROVED,
    REFUSED
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.HOLD, id);
  }

  Hold decided(State state) {
    return new Hold(
        id, intent, address, sender, seat, awaits, subject, text, letter, reasons, audience, at,
        state);
  }
}
