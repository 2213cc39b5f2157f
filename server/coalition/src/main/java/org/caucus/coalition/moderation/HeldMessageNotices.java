package org.caucus.coalition.moderation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.StoredMessage;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter that waits, and which seats hear of it.
 *
 * @param asked those who decide about it
 * @param author who wrote it, if they hear of this by their seat; null if they do not, or are
 *     answered at the address it came from
 */
public record HeldMessageNotices(Hold hold, What what, Set<SeatId> asked, @Nullable SeatId author) {
  /** What happened to it. */
  public enum What {
    HELD,
    REMINDED,
    APPROVED,
    /** It is read once more, and then ends like any other. */
    READ_AGAIN,
    REFUSED,
    DISCARDED,
    WITHDRAWN,
    EXPIRED;

    /** Whether somebody is asked, rather than told. */
    public boolean asks() {
      return this == HELD || this == REMINDED;
    }
  }

  private record Happened(String hold, What what) {}

  /** Copies that nobody else can change. */
  public HeldMessageNotices {
    asked = Set.copyOf(asked);
  }

  /** The news of an event; empty if it is of no such letter. */
  public static Optional<HeldMessageNotices> of(HeldLetters.Held state, Event event) {
    return happened(event)
        .flatMap(h -> state.letters().find(h.hold()).map(hold -> of(state, hold, h.what())));
  }

  private static HeldMessageNotices of(HeldLetters.Held state, Hold hold, What what) {
    // to whom nobody but its author was asked, nothing was shown
    boolean quiet = hold.awaits() == Hold.Awaits.SENDER && !what.asks();
    Set<SeatId> asked = quiet ? Set.of() : deciders(state, hold);
    return new HeldMessageNotices(hold, what, asked, author(state, hold, what));
  }

  private static Set<SeatId> deciders(HeldLetters.Held state, Hold hold) {
    return state.members().active().stream()
        .map(Seat::id)
        .filter(s -> HeldLetters.decides(state, hold, s))
        .collect(Collectors.toSet());
  }

  /** What is not known to be of a seat is never told to it, but for the question whether it was. */
  private static @Nullable SeatId author(HeldLetters.Held state, Hold hold, What what) {
    if (hold.seat() == null || what.asks()) {
      return null;
    }
    boolean told =
        hold.awaits() == Hold.Awaits.SENDER
            ? what == What.EXPIRED || isUndoable(hold, what)
            : what == What.WITHDRAWN
                || (!hold.unproven() && hold.sender().isEmpty() && hold.letter() == null);
    return told ? state.members().heir(hold.seat()) : null;
  }

  /** Whether it was to be posted at its time, and could not be. */
  private static boolean isUndoable(Hold hold, What what) {
    return what == What.REFUSED && hold.posts() != null && !hold.note().isEmpty();
  }

  /** Every seat that hears of it. */
  public Set<SeatId> seats() {
    Set<SeatId> all = new HashSet<>(asked);
    if (author != null) {
      all.add(author);
    }
    return all;
  }

  /** Whether this seat hears of it because it decides. */
  public boolean isAsked(SeatId seat) {
    return asked.contains(seat);
  }

  /**
   * The address at which the person who wrote it is answered; empty if they are told by their seat,
   * or not at all: what may be spam is answered to nobody.
   */
  public static Optional<String> answered(HeldLetters.Held state, Event event) {
    return happened(event)
        .flatMap(
            h ->
                state
                    .letters()
                    .find(h.hold())
                    .filter(hold -> isAnswered(hold, h.what()))
                    .map(Hold::sender));
  }

  private static boolean isAnswered(Hold hold, What what) {
    boolean members = hold.seat() != null && !hold.unproven();
    return hold.awaits() == Hold.Awaits.CONVENOR
        && !hold.sender().isEmpty()
        && switch (what) {
          case HELD, REFUSED, EXPIRED -> true;
          case DISCARDED -> members;
          case WITHDRAWN -> hold.seat() == null;
          case REMINDED, APPROVED, READ_AGAIN -> false;
        };
  }

  private static Optional<Happened> happened(Event event) {
    return switch (event) {
      case LetterEvent.LetterHeld e -> Optional.of(new Happened(e.id(), What.HELD));
      case LetterEvent.HoldReminded e -> Optional.of(new Happened(e.id(), What.REMINDED));
      case LetterEvent.HoldApproved e -> Optional.of(new Happened(e.id(), What.APPROVED));
      case LetterEvent.HoldReadAgain e -> Optional.of(new Happened(e.id(), What.READ_AGAIN));
      case LetterEvent.HoldRefused e -> Optional.of(new Happened(e.id(), What.REFUSED));
      case LetterEvent.HoldDiscarded e -> Optional.of(new Happened(e.id(), What.DISCARDED));
      case LetterEvent.HoldWithdrawn e -> Optional.of(new Happened(e.id(), What.WITHDRAWN));
      case LetterEvent.HoldExpired e -> Optional.of(new Happened(e.id(), What.EXPIRED));
      default -> Optional.empty();
    };
  }

  /** Why it could not be done, by its code; null for what a person wrote. */
  public static @Nullable StoredMessage reason(Event event) {
    return event instanceof LetterEvent.HoldRefused e ? e.reason() : null;
  }

  /** What a convenor wrote to its author; empty if nothing. */
  public static String note(Event event) {
    return event instanceof LetterEvent.HoldRefused e ? e.note() : "";
  }
}
