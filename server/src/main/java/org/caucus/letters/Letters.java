package org.caucus.letters;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.actions.Actions;
import org.caucus.command.SeatId;
import org.caucus.issues.Issues;
import org.caucus.lists.Lists;
import org.caucus.members.Audience;
import org.caucus.members.Role;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.trie.Trie;
import org.caucus.updates.Updates;
import org.pcollections.PMap;

/** The held letters of a workspace, immutable. */
public record Letters(PMap<String, Hold> holds) {
  /** What whoever holds the state of letters can be asked: everything a letter can become. */
  public interface Held extends Lists.Held, Issues.Held, Updates.Held, Actions.Held {
    /** The held letters. */
    Letters letters();
  }

  /** No held letters. */
  public static Letters none() {
    return new Letters(Trie.empty());
  }

  /** The hold with this id. */
  public Optional<Hold> find(String id) {
    return Optional.ofNullable(holds.get(id));
  }

  /**
   * Who is asked about a hold: the sender, or the convenors who can read where it wants to go;
   * where no convenor can (a company's own list), everyone there who may post. Being a convenor
   * adds nothing to what one may read.
   */
  public static Scope scope(Held state, Hold hold) {
    Scope place = place(state, hold.intent());
    if (hold.awaits() == Hold.Awaits.SENDER && hold.seat() != null) {
      return place.holds(Audience.named(List.of(hold.seat())), hold.at());
    }
    return place.holds(Audience.named(deciders(state, place)), hold.at());
  }

  private static List<SeatId> deciders(Held state, Scope place) {
    List<Seat> readers = state.access().readers(place);
    List<SeatId> convenors =
        readers.stream().filter(s -> s.role() == Role.CONVENOR).map(Seat::id).toList();
    if (!convenors.isEmpty()) {
      return convenors;
    }
    return readers.stream().filter(s -> s.role() != Role.OBSERVER).map(Seat::id).toList();
  }

  /** Where an intent wants to go. */
  public static Scope place(Held state, Intent intent) {
    return switch (intent) {
      case Intent.NewThread i -> state.lists().list(i.list()).orElseThrow().scope();
      case Intent.NewIssue i -> state.issues().tracker(i.tracker()).orElseThrow().scope();
      case Intent.NewUpdate i -> Scope.place(Audience.companyOnly(i.company()));
      case Intent.Answer i -> answered(state, i);
    };
  }

  private static Scope answered(Held state, Intent.Answer intent) {
    Scope parent = state.scopeOf(intent.parent()).orElseThrow();
    return intent.answers() == null
        ? parent
        : state
            .entries()
            .find(intent.answers())
            .map(e -> parent.holds(e.audience(), e.at()))
            .orElse(parent);
  }

  /** The state after an event. */
  public Letters evolve(LetterEvent event, Instant at) {
    return switch (event) {
      case LetterEvent.LetterHeld e ->
          new Letters(
              holds.plus(
                  e.id(),
                  new Hold(
                      e.id(),
                      e.intent(),
                      e.address(),
                      e.sender(),
                      e.seat(),
                      e.awaits(),
                      e.subject(),
                      e.text(),
                      e.letter(),
                      e.reasons(),
                      e.audience(),
                      at,
                      Hold.State.HELD)));
      case LetterEvent.HoldApproved e -> decided(e.id(), Hold.State.APPROVED);
      case LetterEvent.HoldRefused e -> decided(e.id(), Hold.State.REFUSED);
      case LetterEvent.LetterRefused e -> this;
      case LetterEvent.LetterPassedOn e -> this;
      case LetterEvent.LetterDropped e -> this;
    };
  }

  private Letters decided(String id, Hold.State state) {
    return new Letters(holds.plus(id, Objects.requireNonNull(holds.get(id)).decided(state)));
  }
}
