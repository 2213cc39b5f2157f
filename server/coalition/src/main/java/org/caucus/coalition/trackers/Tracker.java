package org.caucus.coalition.trackers;

import java.util.Optional;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Described;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * A named collection of issues with a ceiling audience.
 *
 * @param key what its labels begin with, such as COP; unique in the workspace
 * @param localPart what stands before the @ of its address, unique on this server
 * @param usual who reads what is opened here unless its author says otherwise; null where nobody
 *     chose that: then its author's own side, as far as the ceiling lets
 * @param description what is said of it; may be empty
 */
public record Tracker(
    String key,
    String name,
    String localPart,
    Audience audience,
    TrackerConfig arrangement,
    @Nullable Audience usual,
    String description) {
  /** One for which nobody chose whom its issues usually reach. */
  public Tracker(
      String key, String name, String localPart, Audience audience, TrackerConfig arrangement) {
    this(key, name, localPart, audience, arrangement, null, "");
  }

  /** The place its issues are in. */
  public Scope scope() {
    return Scope.place(audience);
  }

  /**
   * Who reads what is opened here if nothing is said, as far as that holds: a ceiling that was
   * narrowed since is narrower than what was usual before.
   */
  public Optional<Audience> usual(Access access) {
    return Optional.ofNullable(usual).filter(u -> access.within(u, scope()));
  }

  /**
   * Whom an issue reaches whose author does not say: those whom issues usually reach here, if its
   * author is among them; else whom new things of its author usually reach.
   */
  public Audience opensFor(Access access, SeatId author) {
    return usual(access)
        .filter(u -> access.canRead(author, Scope.place(u)))
        .orElseGet(() -> access.usual(author, scope()));
  }

  /**
   * What is wished to be usual, if it is within the ceiling. Of a side or a company: people come
   * and go, and are named issue by issue.
   *
   * @throws Refusal naming {@code usual}
   */
  static @Nullable Audience usually(
      Access access, Audience ceiling, @Nullable Audience wished, SeatId by) {
    if (wished == null) {
      return null;
    }
    if (wished instanceof Audience.Named) {
      throw Refusal.invalid("usual", Message.of("issues-usually-reach-all"));
    }
    try {
      return access.choose(by, Scope.place(ceiling), wished);
    } catch (Refusal no) {
      throw Refusal.invalid("usual", no.message());
    }
  }

  Tracker arranged(TrackerConfig now, @Nullable Audience opens) {
    return new Tracker(key, name, localPart, audience, now, opens, description);
  }

  /** What it is called, and what is said of it. */
  Described words() {
    return new Described(name, description);
  }

  Tracker described(String called, String said) {
    return new Tracker(key, called, localPart, audience, arrangement, usual, said);
  }

  Tracker heldTo(Audience ceiling) {
    return new Tracker(key, name, localPart, ceiling, arrangement, usual, description);
  }
}
