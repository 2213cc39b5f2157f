package org.caucus.messaging.distribution.permalinks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * Which entries a permalink may mean, in memory, so that not each of a long archive is hashed at
 * each click. It follows from the log and is read on as that grows; what an entry is, and who reads
 * it, is asked of the state.
 */
final class Permalinks {
  private final String domain;
  private final Map<WorkspaceId, Named> workspaces = new ConcurrentHashMap<>();

  /**
   * @param domain in whose name identifiers of posts are made
   */
  Permalinks(String domain) {
    this.domain = domain;
  }

  /** The entries of one workspace, by what they are called. */
  private static final class Named {
    private final Map<String, List<String>> entries = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private int commits;

    List<String> find(Workspace state, String hash, String domain) {
      lock.lock();
      try {
        List<Commit> history = state.history();
        for (; commits < history.size(); commits++) {
          for (Event event : history.get(commits).events()) {
            add(state, event, domain);
          }
        }
        return List.copyOf(entries.getOrDefault(hash, List.of()));
      } finally {
        lock.unlock();
      }
    }

    private void add(Workspace state, Event event, String domain) {
      switch (event) {
        case EntryEvent.EntryPosted e -> add(state, e.id(), domain);
        case EntryEvent.EntryImported e -> add(state, e.id(), domain);
        default -> {}
      }
    }

    private void add(Workspace state, String id, String domain) {
      state
          .entries()
          .find(id)
          .ifPresent(
              entry ->
                  entries
                      .computeIfAbsent(Permalink.of(entry, domain), h -> new ArrayList<>(1))
                      .add(id));
    }
  }

  /** Those that this state has; a state that is older than the newest asked of has fewer. */
  List<Entry> find(Workspace state, String hash) {
    return workspaces
        .computeIfAbsent(state.id(), w -> new Named())
        .find(state, hash, domain)
        .stream()
        .flatMap(id -> state.entries().find(id).stream())
        .toList();
  }

  /** Nothing of it is kept any more. */
  void forget(WorkspaceId workspace) {
    workspaces.remove(workspace);
  }
}
