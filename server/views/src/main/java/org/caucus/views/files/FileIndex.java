package org.caucus.views.files;

import java.util.List;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.Event;
import org.caucus.platform.collections.PersistentVector;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * The entries of a workspace that came with files, in the order of its log. It follows from the log
 * alone and knows nothing of readers. Immutable.
 *
 * @param commits so many of the log were looked at
 * @param last the id of the last of them; empty before the first
 */
record FileIndex(int commits, String last, PersistentVector<EntryFiles> entries) {
  static final FileIndex EMPTY = new FileIndex(0, "", PersistentVector.empty());

  /** The index of this state; of an older one it is known already. */
  FileIndex with(Workspace now) {
    List<Commit> history = now.history();
    FileIndex is = isOf(history) ? this : EMPTY;
    for (Commit commit : history.subList(Math.min(is.commits, history.size()), history.size())) {
      is = is.plus(now, commit);
    }
    return is;
  }

  private boolean isOf(List<Commit> history) {
    return commits == 0 || commits > history.size() || history.get(commits - 1).id().equals(last);
  }

  private FileIndex plus(Workspace now, Commit commit) {
    PersistentVector<EntryFiles> all = entries;
    for (Event event : commit.events()) {
      if (event instanceof EntryEvent said && cameWithFiles(said)) {
        Entry entry = now.entries().find(said.id()).orElse(null);
        all = entry == null ? all : all.plus(EntryFiles.of(entry));
      }
    }
    return new FileIndex(commits + 1, commit.id(), all);
  }

  /** Whether it has them still is asked of the entry. */
  private static boolean cameWithFiles(EntryEvent said) {
    return switch (said) {
      case EntryEvent.EntryPosted posted -> posted.files().findAny().isPresent();
      case EntryEvent.EntryImported imported -> !imported.letter().attachments().isEmpty();
    };
  }
}
