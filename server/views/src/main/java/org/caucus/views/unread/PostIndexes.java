package org.caucus.views.unread;

import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Workspace;

/** The index of each workspace that was asked for lately: a memo, made again when it is missed. */
public final class PostIndexes {
  /** Most workspaces whose index is kept; about 200 bytes for each post. */
  static final int MOST = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<WorkspaceId, PostIndex> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** The index of this state. */
  PostIndex of(Workspace now) {
    PostIndex was = kept(now.id());
    PostIndex is = was.with(now);
    if (is.commits() != was.commits()) {
      keep(now.id(), is);
    }
    return is;
  }

  private PostIndex kept(WorkspaceId workspace) {
    lock.lock();
    try {
      return kept.getOrDefault(workspace, PostIndex.EMPTY);
    } finally {
      lock.unlock();
    }
  }

  private void keep(WorkspaceId workspace, PostIndex index) {
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
