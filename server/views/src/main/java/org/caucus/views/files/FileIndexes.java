package org.caucus.views.files;

import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Workspace;

/** The index of each workspace that was asked for lately: a memo, made again when it is missed. */
public final class FileIndexes {
  /** Most workspaces whose index is kept; about 300 bytes for each file. */
  static final int MOST = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<WorkspaceId, FileIndex> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** The index of this state. */
  FileIndex of(Workspace now) {
    FileIndex was = kept(now.id());
    FileIndex is = was.with(now);
    if (is.commits() != was.commits()) {
      keep(now.id(), is);
    }
    return is;
  }

  private FileIndex kept(WorkspaceId workspace) {
    lock.lock();
    try {
      return kept.getOrDefault(workspace, FileIndex.EMPTY);
    } finally {
      lock.unlock();
    }
  }

  private void keep(WorkspaceId workspace, FileIndex index) {
    lock.lock();
    try {
      kept.put(workspace, index);
      if (kept.size() > MOST) {
        kept.pollFirstEntry();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a workspace that is destroyed. */
  public void forget(WorkspaceId workspace) {
    lock.lock();
    try {
      kept.remove(workspace);
    } finally {
      lock.unlock();
    }
  }
}
