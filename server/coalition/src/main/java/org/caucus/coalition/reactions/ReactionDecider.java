package org.caucus.coalition.reactions;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Decides what becomes of reactions. Pure. */
public final class ReactionDecider {
  private ReactionDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(
      Entries.Held state, ReactionCommand command, CommandContext act) {
    return switch (command) {
      case ReactionCommand.AddReaction c -> add(state, c, act.by());
      case ReactionCommand.RemoveReaction c -> remove(state, c, act.by());
    };
  }

  /** One that was given before fewer readers is given again, before those of today. */
  private static List<Event> add(Entries.Held state, ReactionCommand.AddReaction c, SeatId by) {
    Audience audience = mustReact(state, c.on(), by).audience();
    Optional<Reactions.Given> given = Reactions.of(state).find(c.on(), c.reaction(), by);
    return given.filter(g -> g.audience().equals(audience)).isPresent()
        ? List.of()
        : List.of(new ReactionEvent.ReactionAdded(c.on(), c.reaction(), audience, by));
  }

  private static List<Event> remove(
      Entries.Held state, ReactionCommand.RemoveReaction c, SeatId by) {
    Scope ignored = mustReact(state, c.on(), by);
    return Reactions.of(state)
        .find(c.on(), c.reaction(), by)
        .<List<Event>>map(
            g -> List.of(new ReactionEvent.ReactionRemoved(c.on(), g.reaction(), g.audience(), by)))
        .orElse(List.of());
  }

  /** The scope of what can be read, and reacted to by a seat that may post. */
  private static Scope mustReact(Entries.Held state, Ref on, SeatId by) {
    Access access = state.access();
    Scope scope = state.scopeOf(on).orElseThrow(Refusal::absent);
    access.mustRead(by, scope);
    access.mustPost(by);
    if (isDeleted(state, on)) {
      throw Refusal.conflict(Message.of("a-message-is-deleted"));
    }
    return scope;
  }

  /** Of what is deleted the words are gone, and what people thought of them with these. */
  private static boolean isDeleted(Entries.Held state, Ref on) {
    return on.kind() == Ref.Kind.ENTRY
        && state.entries().find(on.id()).filter(Entry::isDeleted).isPresent();
  }
}
