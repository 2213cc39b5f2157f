package org.caucus.looks;

import java.time.Duration;
import java.time.Instant;
import org.caucus.command.SeatId;
import org.caucus.members.Look;
import org.caucus.members.Members;
import org.caucus.trie.Trie;
import org.pcollections.PMap;

/** When each look last began, by its id; immutable. */
public record Looks(PMap<SeatId, Instant> begun) {
  /** How long one look lasts; who looks longer begins anew, and that is noted again. */
  public static final Duration SITTING = Duration.ofHours(8);

  /** What anyone who holds the state of looks can be asked. */
  public interface Held extends Members.Held {
    /** The looks. */
    Looks looks();
  }

  /** Nobody looked. */
  public static Looks none() {
    return new Looks(Trie.empty());
  }

  /** Whether this look began within the sitting. */
  public boolean open(Look look, Instant now) {
    Instant began = begun.get(look.id());
    return began != null && now.isBefore(began.plus(SITTING));
  }

  /** The state after an event. */
  public Looks evolve(LookEvent event, Instant at) {
    return switch (event) {
      case LookEvent.Begun e -> new Looks(begun.plus(new Look(e.by(), e.company()).id(), at));
    };
  }
}
