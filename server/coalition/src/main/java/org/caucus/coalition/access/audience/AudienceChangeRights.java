package org.caucus.coalition.access.audience;

import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Who may change who reads a thing: whose words it is. A convenor may besides narrow what anyone
 * started, and widen what civil society started; what a company said goes further by the word of
 * that company alone, and an entry by its author's.
 */
final class AudienceChangeRights {
  private final AudienceHistory.Held state;
  private final Seat seat;

  private AudienceChangeRights(AudienceHistory.Held state, Seat seat) {
    this.state = state;
    this.seat = seat;
  }

  /** Demands that this seat may. */
  static void must(AudienceHistory.Held state, SeatId id, AudienceSubject thing, boolean wider) {
    Seat seat = state.access().mustPost(id);
    if (thing.isPlace()) {
      state.access().mustConvene(id);
    } else if (!new AudienceChangeRights(state, seat).may(thing, wider)) {
      throw Refusal.forbidden(why(thing, wider));
    }
  }

  private boolean may(AudienceSubject thing, boolean wider) {
    Seat author = state.members().seats().get(thing.author());
    boolean own = owns(state.members(), seat, thing.author());
    if (own || thing.ref().kind() == Ref.Kind.ENTRY || author == null) {
      return own;
    }
    boolean company = state.members().organisationOf(author).side() == Side.COMPANY;
    boolean convenes = seat.role() == Role.CONVENOR;
    return company
        ? seat.organisation().equals(author.organisation())
            || (convenes && !wider && thing.ref().kind() != Ref.Kind.UPDATE)
        : convenes;
  }

  /** Whether the seat is the author's, or took over from it (rule R6). */
  static boolean owns(Members members, Seat seat, @Nullable SeatId author) {
    return author != null && members.line(seat.id()).contains(author);
  }

  private static Message why(AudienceSubject thing, boolean wider) {
    return switch (thing.ref().kind()) {
      case ENTRY -> Message.of("only-its-own-author-decides-who");
      case UPDATE -> Message.of("only-the-companys-own-liaisons-decide");
      default ->
          wider
              ? Message.of("only-the-author-can-open-this-to-more")
              : Message.of("only-the-author-or-a-convenor-can-narrow");
    };
  }
}
