package org.caucus.coalition.actions;

import java.time.Duration;
import java.time.Instant;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * A widening that waits: until then only those who read it now do, and then the others at once.
 *
 * @param until the instant, by the log's clock
 * @param to who reads it from then on
 * @param by who set it
 */
public record Embargo(Instant until, Audience to, SeatId by) {
  /** How far ahead an embargo may end. */
  public static final Duration LONGEST = Duration.ofDays(731);

  /**
   * Demands that it can be set.
   *
   * @param now who reads it before
   * @param place in which audiences are chosen
   * @return who reads it afterwards
   * @throws Refusal naming what is wrong
   */
  public static Audience must(
      Access access,
      SeatId by,
      Scope place,
      Audience now,
      Instant until,
      Audience afterwards,
      Instant at) {
    if (!(now instanceof Audience.Named)) {
      throw Refusal.invalid("audience", Message.of("under-an-embargo-only-named-people"));
    }
    if (!until.isAfter(at) || until.isAfter(at.plus(LONGEST))) {
      throw Refusal.invalid(
          "until", Message.of("an-embargo-ends-in-the-future", "days", LONGEST.toDays()));
    }
    Audience to = access.choose(by, place, afterwards);
    if (to.equals(now) || !access.within(now, Scope.place(to))) {
      throw Refusal.invalid("to", Message.of("readers-under-the-embargo-must-stay"));
    }
    return to;
  }
}
