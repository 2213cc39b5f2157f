package org.caucus.coalition.updates.drafts;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.entries.Entry;
import org.caucus.platform.collections.PersistentMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The drafts of a workspace, immutable.
 *
 * @param second companies whose updates need a second liaison
 * @param byFile which open draft each file goes along with, by its {@link Entry.Attached#key}
 */
public record Drafts(PMap<String, Draft> byId, PSet<String> second, PMap<String, String> byFile) {
  /** No drafts. */
  public static Drafts none() {
    return new Drafts(PersistentMap.empty(), HashTreePSet.empty(), PersistentMap.empty());
  }

  /** The draft with this id. */
  public Optional<Draft> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Bytes of the files of these, of those that are open; those of letters aside. */
  public long fileBytes(Predicate<Draft> which) {
    return new HashSet<>(byFile.values())
        .stream()
            .map(this::the)
            .filter(which)
            .flatMap(draft -> draft.files().stream())
            .filter(file -> !file.isOfLetter())
            .mapToLong(Entry.Attached::size)
            .sum();
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
                  null,
                  null,
                  null));
      case DraftEvent.DraftRevised e -> with(the(e.id()).saying(e.said(), e.publishAt()));
      case DraftEvent.DraftReturned e ->
          with(the(e.id()).sentBack(new Draft.Returned(e.by(), e.storedNote(), at)));
      case DraftEvent.DraftConfirmed e -> with(the(e.id()).scheduled(e.by()));
      case DraftEvent.DraftPublished e -> with(the(e.id()).now(Draft.State.PUBLISHED));
      case DraftEvent.DraftHeldBack e -> with(the(e.id()).heldBack(e.why(), e.reason()));
      case DraftEvent.DraftDiscarded e -> with(the(e.id()).now(Draft.State.DISCARDED));
      case DraftEvent.CompanyRuled e ->
          new Drafts(
              byId, e.second() ? second.plus(e.company()) : second.minus(e.company()), byFile);
    };
  }

  private Draft the(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private Drafts with(Draft draft) {
    PMap<String, String> files = byFile;
    for (Entry.Attached file : find(draft.id()).map(Draft::files).orElse(List.of())) {
      files = files.minus(file.key());
    }
    for (Entry.Attached file : draft.files()) {
      files = files.plus(file.key(), draft.id());
    }
    return new Drafts(byId.plus(draft.id(), draft), second, files);
  }
}
