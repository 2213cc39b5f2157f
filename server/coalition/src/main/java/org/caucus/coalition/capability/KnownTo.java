package org.caucus.coalition.capability;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Who may know of what is about a workspace or its seats, and not about a thing. */
public final class KnownTo {
  /** A workspace as a place: everyone who is here. */
  public static final Scope WORKSPACE = Scope.place(Audience.everyone());

  private KnownTo() {}

  /** Everyone who can read what is of this time. */
  public static Scope everyone(Instant at) {
    return WORKSPACE.holds(Audience.everyone(), at);
  }

  /** The convenors; of what is there at any time, if none is given. */
  public static Scope convenors(Members.Held now, @Nullable Instant at) {
    return active(now, at, seat -> seat.role() == Role.CONVENOR);
  }

  /** Those of a seat's own organisation, and the convenors. */
  public static Scope organisation(Members.Held now, SeatId id, Instant at) {
    String own = Objects.requireNonNull(now.members().seats().get(id)).organisation();
    return active(now, at, s -> s.role() == Role.CONVENOR || s.organisation().equals(own));
  }

  private static Scope active(Members.Held now, @Nullable Instant at, Predicate<Seat> which) {
    List<SeatId> seats = now.members().active().stream().filter(which).map(Seat::id).toList();
    return new Scope(Audience.named(seats), at, WORKSPACE);
  }

  /**
   * The seat itself and the convenors: how somebody reads their mail, and who reads it first when
   * they write, is nobody else's matter.
   */
  public static Scope seatAndConvenors(Members.Held now, SeatId id) {
    Stream<SeatId> convenors =
        now.members().active().stream()
            .filter(s -> s.role() == Role.CONVENOR && !s.id().equals(id))
            .map(Seat::id);
    return Scope.place(Audience.named(Stream.concat(Stream.of(id), convenors).toList()));
  }

  /** This seat and nobody else. */
  public static Scope seat(SeatId id) {
    return Scope.place(Audience.named(List.of(id)));
  }

  /** Nobody: it is the server's own. */
  public static Scope nobody() {
    return Scope.place(Audience.named(List.of()));
  }
}
