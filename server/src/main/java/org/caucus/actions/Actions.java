package org.caucus.actions;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.caucus.entries.Entries;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.trie.Trie;
import org.pcollections.PMap;

/** The actions of a workspace, immutable. */
public record Actions(PMap<String, Action> byId) {
  /** Where actions are: a place for everyone. */
  public static final Scope AGENDA = Scope.place(Audience.everyone());

  /** What whoever holds the state of actions can be asked. */
  public interface Held extends Entries.Held {
    /** The actions. */
    Actions actions();
  }

  /** No actions. */
  public static Actions none() {
    return new Actions(Trie.empty());
  }

  /** The action with this id. */
  public Optional<Action> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The state after an action was widened: words given before stay with who could read them. */
  public Actions widened(String id, Audience to) {
    return with(the(id).readBy(to, the(id).commitments()));
  }

  /** The state after an action was narrowed, and with it the words given. */
  public Actions narrowed(String id, Audience to, UnaryOperator<Audience> narrower) {
    PMap<String, Commitment> words = the(id).commitments();
    for (Commitment c : words.values()) {
      words = words.plus(c.organisation(), c.readBy(narrower.apply(c.audience())));
    }
    return with(the(id).readBy(to, words));
  }

  /** The state after an event. */
  public Actions evolve(ActionEvent event, Instant at) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> with(planned(e, at));
      case ActionEvent.ActionEdited e -> with(the(e.id()).edited(e, at));
      case ActionEvent.Committed e ->
          with(
              the(e.action())
                  .committed(
                      new Commitment(
                          e.organisation(),
                          e.answer(),
                          e.note(),
                          e.by(),
                          at,
                          the(e.action()).audience())));
    };
  }

  private static Action planned(ActionEvent.ActionPlanned e, Instant at) {
    return new Action(
        e.id(),
        e.kind(),
        e.title(),
        e.description(),
        Action.State.PLANNED,
        e.owner(),
        e.when(),
        e.place(),
        "",
        e.audience(),
        Trie.empty(),
        e.by(),
        at,
        at,
        1);
  }

  private Action the(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private Actions with(Action changed) {
    return new Actions(byId.plus(changed.id(), changed));
  }
}
