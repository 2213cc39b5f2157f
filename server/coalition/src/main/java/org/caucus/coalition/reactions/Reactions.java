package org.caucus.coalition.reactions;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/**
 * The reactions of a workspace, immutable.
 *
 * @param byThing what was given to each thing, oldest first; a seat gives each reaction once
 */
public record Reactions(PMap<Ref, PersistentVector<Given>> byThing) {
  /** The key of this state. */
  public static final Slice<Reactions> SLICE =
      Slice.of(Reactions.class, new Reactions(PersistentMap.empty()));

  /**
   * One that was given.
   *
   * @param audience who read the thing then
   */
  public record Given(Reaction reaction, SeatId by, Audience audience) {
    /** Who is shown it, where the thing that it hangs on has this scope. */
    Scope under(Scope thing) {
      return within(thing, audience);
    }

    boolean is(Reaction reaction, SeatId by) {
      return this.reaction == reaction && this.by.equals(by);
    }
  }

  /** Those of this audience who can read the thing. */
  static Scope within(Scope thing, Audience audience) {
    return new Scope(audience, null, thing);
  }

  static Reactions of(Members.Held state) {
    return state.slices().get(SLICE);
  }

  /** Whether a seat reacted to a thing. */
  public static boolean hasGiven(Members.Held state, Ref thing, SeatId by) {
    return of(state).on(thing).stream().anyMatch(given -> given.by().equals(by));
  }

  /** What was given to a thing, oldest first. */
  List<Given> on(Ref thing) {
    return byThing.getOrDefault(thing, PersistentVector.empty());
  }

  /** What this seat gave to a thing, if it did. */
  Optional<Given> find(Ref thing, Reaction reaction, SeatId by) {
    return on(thing).stream().filter(g -> g.is(reaction, by)).findFirst();
  }

  /** The state after an event. */
  Reactions evolve(ReactionEvent event) {
    return switch (event) {
      case ReactionEvent.ReactionAdded e ->
          with(
              e.on(),
              without(e.on(), e.reaction(), e.by())
                  .plus(new Given(e.reaction(), e.by(), e.audience())));
      case ReactionEvent.ReactionRemoved e -> with(e.on(), without(e.on(), e.reaction(), e.by()));
    };
  }

  private PersistentVector<Given> without(Ref thing, Reaction reaction, SeatId by) {
    PersistentVector<Given> kept = PersistentVector.empty();
    for (Given given : on(thing)) {
      kept = given.is(reaction, by) ? kept : kept.plus(given);
    }
    return kept;
  }

  private Reactions with(Ref thing, PersistentVector<Given> given) {
    return new Reactions(given.isEmpty() ? byThing.minus(thing) : byThing.plus(thing, given));
  }
}
