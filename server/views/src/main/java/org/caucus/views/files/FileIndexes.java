package org.caucus.views.files;

import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The index of each workspace that was asked for lately, and what its readers can read in its
 * newest state, by class of readers: memos, made again when they are missed.
 */
public final class FileIndexes {
  /** Most workspaces whose index is kept; about 300 bytes for each file. */
  static final int MOST = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<WorkspaceId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Most classes of readers of a workspace whose library is kept. */
  private static final int MOST_CLASSES = 8;

  /** An index, and the libraries of its state. */
  private record Kept(FileIndex index, LinkedHashMap<String, FileLibrary> libraries) {
    Kept(FileIndex index) {
      this(index, new LinkedHashMap<>(MOST_CLASSES, 0.75f, true));
    }
  }

  /** What this seat can read in this state. */
  FileLibrary of(Workspace now, SeatId reader) {
    if (!now.access().isHere(reader)) {
      return FileLibrary.of(now, FileIndex.EMPTY, reader);
    }
    Kept was = at(now);
    String name = now.readerClass(reader);
    FileLibrary known = library(was, name);
    FileLibrary is = known == null ? FileLibrary.of(now, was.index(), reader) : known;
    if (known == null) {
      keep(was, name, is);
    }
    return is;
  }

  /** The index of this state; the libraries of an older one are of no use any more. */
  private Kept at(Workspace now) {
    Kept was = kept(now.id());
    FileIndex is = was.index().with(now);
    if (is.commits() == was.index().commits() && is.last().equals(was.index().last())) {
      return was;
    }
    Kept fresh = new Kept(is);
    lock.lock();
    try {
      kept.put(now.id(), fresh);
      if (kept.size() > MOST) {
        kept.pollFirstEntry();
      }
    } finally {
      lock.unlock();
    }
    return fresh;
  }

  private Kept kept(WorkspaceId workspace) {
    lock.lock();
    try {
      Kept found = kept.get(workspace);
      return found == null ? new Kept(FileIndex.EMPTY) : found;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable FileLibrary library(Kept of, String name) {
    lock.lock();
    try {
      return of.libraries().get(name);
    } finally {
      lock.unlock();
    }
  }

  private void keep(Kept of, String name, FileLibrary library) {
    lock.lock();
    try {
      of.libraries().put(name, library);
      if (of.libraries().size() > MOST_CLASSES) {
        of.libraries().pollFirstEntry();
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
