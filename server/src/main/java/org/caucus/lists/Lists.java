package org.caucus.lists;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.caucus.entries.Entries;
import org.caucus.members.Scope;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The lists of a workspace and their threads, immutable.
 *
 * @param byList ids of threads by slug of their list, in the order they started
 */
public record Lists(
    PMap<String, MailingList> lists,
    PMap<String, Thread> threads,
    PMap<String, PVector<String>> byList) {
  /** What whoever holds the state of lists can be asked. */
  public interface Held extends Entries.Held {
    /** The lists. */
    Lists lists();
  }

  /** No lists. */
  public static Lists none() {
    return new Lists(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());
  }

  /** The list with this slug. */
  public Optional<MailingList> list(String slug) {
    return Optional.ofNullable(lists.get(slug));
  }

  /** The thread with this id. */
  public Optional<Thread> thread(String id) {
    return Optional.ofNullable(threads.get(id));
  }

  /** Threads of a list, in the order they started. */
  public PVector<String> threadsOf(String list) {
    return byList.getOrDefault(list, TreePVector.empty());
  }

  /** Where a thread stands: its own audience within its list's. */
  public Scope scope(Thread thread) {
    return Objects.requireNonNull(lists.get(thread.list()))
        .scope()
        .holds(thread.audience(), thread.startedAt());
  }

  /** The state after an event. */
  public Lists evolve(ListEvent event, Instant at) {
    return switch (event) {
      case ListEvent.ListOpened e ->
          new Lists(
              lists.plus(
                  e.slug(),
                  new MailingList(
                      e.slug(), e.name(), e.description(), e.localPart(), e.audience())),
              threads,
              byList);
      case ListEvent.ThreadStarted e ->
          new Lists(
              lists,
              threads.plus(
                  e.id(), new Thread(e.id(), e.list(), e.subject(), e.audience(), e.by(), at)),
              byList.plus(e.list(), threadsOf(e.list()).plus(e.id())));
    };
  }
}
