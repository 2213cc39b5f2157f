package org.caucus.updates.drafts;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.caucus.trie.Trie;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The drafts of a workspace, immutable.
 *
 * @param second companies whose updates need a second liaison
 */
public record Drafts(PMap<String, Draft> byId, PSet<String> second) {
  /** No drafts. */
  public static Drafts none() {
    return new Drafts(Trie.empty(), HashTreePSet.empty());
  }

  /** The draft with this id. */
  public Optional<Draft> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The state after an event. */
  public Drafts evolve(DraftEvent event, Instant at) {
    return switch (event) {
      case DraftEvent.UpdateDrafted e ->
          with(
              new Draft(
                  e.id(),
                  e.company(),
                  e.said(),
                  e.publishAt(),
                  Draft.State.WAITING,
                  at,
                  1,
                  null,
                  null));
      case DraftEvent.DraftRevised e -> with(the(e.id()).saying(e.said(), e.publishAt()));
      case DraftEvent.DraftConfirmed e -> with(the(e.id()).scheduled(e.by()));
      case DraftEvent.DraftPublished e -> with(the(e.id()).now(Draft.State.PUBLISHED));
      case DraftEvent.DraftHeldBack e -> with(the(e.id()).heldBack(e.why()));
      case DraftEvent.DraftDiscarded e -> with(the(e.id()).now(Draft.State.DISCARDED));
      case DraftEvent.CompanyRuled e ->
          new Drafts(byId, e.second() ? second.plus(e.company()) : second.minus(e.company()));
    };
  }

  private Draft the(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private Drafts with(Draft draft) {
    return new Drafts(byId.plus(draft.id(), draft), second);
  }
}
