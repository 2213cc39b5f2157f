package org.caucus.platform.eventlog;

import org.caucus.kernel.Message;
import org.caucus.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong above the database. Messages name ids, places and limits, never contents or
 * keys.
 */
public abstract sealed class LogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private LogException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Somebody appended at our sequence first: catch up and decide again. */
  public static final class AppendConflict extends LogException {
    private static final long serialVersionUID = 1L;
    private final int appended;

    AppendConflict(WorkspaceId workspace, long sequence, int appended, Throwable cause) {
      super(
          "sequence "
              + sequence
              + " of "
              + workspace
              + " is taken, after "
              + appended
              + " of ours went in",
          cause);
      this.appended = appended;
    }

    /** How many of our records went in, durably, before the one that was taken. */
    public int appended() {
      return appended;
    }
  }

  /** Authentication failed: this record was changed, moved or swapped, or another key wrote it. */
  public static final class Unreadable extends LogException {
    private static final long serialVersionUID = 1L;
    private final String place;
    private final boolean foreignKey;

    Unreadable(String place, boolean foreignKey, @Nullable Throwable cause) {
      super(
          "the record at "
              + place
              + " cannot be read: it was changed or moved, or another key wrote it",
          cause);
      this.place = place;
      this.foreignKey = foreignKey;
    }

    /** A blob of which a part is not there. */
    public static Unreadable gap(WorkspaceId workspace, BlobId blob) {
      return new Unreadable("blobs/" + workspace + "/" + blob, false, null);
    }

    /** The record: collection and id. */
    public String place() {
      return place;
    }

    /** True if it names a key that was not at hand, which may be newer than what is. */
    boolean foreignKey() {
      return foreignKey;
    }
  }

  /** The log has a hole, which no correct writer leaves: a record was removed. */
  public static final class Gap extends LogException {
    private static final long serialVersionUID = 1L;
    private final String place;

    Gap(WorkspaceId workspace, long sequence, String place) {
      super(
          "sequence "
              + sequence
              + " of "
              + workspace
              + " is missing, although later ones are there",
          null);
      this.place = place;
    }

    /** Where the record should be: collection and id. */
    public String place() {
      return place;
    }
  }

  /** The chain of hashes is broken: somebody with the key, or with an old copy, changed the log. */
  public static final class Broken extends LogException {
    private static final long serialVersionUID = 1L;
    private final WorkspaceId workspace;
    private final long sequence;

    private Broken(WorkspaceId workspace, long sequence, String what) {
      super(
          "the log of "
              + workspace
              + " is broken at sequence "
              + sequence
              + ": "
              + what
              + ". Nothing from there on is served. Run: caucus audit verify "
              + workspace,
          null);
      this.workspace = workspace;
      this.sequence = sequence;
    }

    static Broken unlinked(WorkspaceId workspace, long sequence) {
      return new Broken(workspace, sequence, "that record does not follow the one before it");
    }

    static Broken gone(WorkspaceId workspace, long sequence) {
      return new Broken(workspace, sequence, "that record was here and is not any more");
    }

    static Broken unframed(WorkspaceId workspace, long sequence) {
      return new Broken(
          workspace,
          sequence,
          "that record has no link to the one before it, or was written by a newer Caucus");
    }

    /** Another record was there when its hash was kept. */
    public static Broken otherThanKept(WorkspaceId workspace, long sequence) {
      return new Broken(
          workspace,
          sequence,
          "that record, or one before it, is not what it was when it was kept");
    }

    /** The record: collection and id. */
    public String place() {
      return EventLog.place(workspace, sequence);
    }

    /** The position where the chain breaks. */
    public long sequence() {
      return sequence;
    }
  }

  /**
   * A newer Caucus wrote this record: what it says is not known here, so nothing from there on is
   * shown, decided or sent by this process. It damages nothing; that version reads it.
   */
  public static final class Newer extends LogException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what stands there
     */
    public Newer(String what, @Nullable Throwable cause) {
      super("The log holds " + what + " of a newer Caucus. Start that version.", cause);
    }
  }

  /** Another node has committed what this one does not know yet. */
  public static final class Behind extends LogException {
    private static final long serialVersionUID = 1L;

    /** Up to here it should know. */
    public Behind(long sequence) {
      super("this node does not know commit " + sequence + " yet", null);
    }
  }

  /** A workspace could not be brought into memory, though its log may be sound. */
  public static final class NotLoaded extends LogException {
    private static final long serialVersionUID = 1L;

    /** Of what kind the reason is, and not what it says, which may be of the workspace. */
    public NotLoaded(WorkspaceId workspace, Throwable cause) {
      super(workspace + " could not be loaded: " + cause.getClass().getSimpleName(), cause);
    }

    /** It does not fit: it takes at least so many bytes of memory, and one may take so many. */
    public NotLoaded(WorkspaceId workspace, long bytes, long most) {
      super(
          "%s takes more than %d MiB of memory, and one may take %d MiB here. Start Caucus with a larger -Xmx"
              .formatted(workspace, bytes >> 20, most >> 20),
          null);
    }
  }

  /**
   * The memory of this process is full, so this workspace cannot be brought into it now. Nothing
   * was done; it is asked for again in a moment.
   */
  public static final class Crowded extends LogException {
    private static final long serialVersionUID = 1L;

    /** Names the workspace that was asked for. */
    public Crowded(WorkspaceId workspace) {
      super("there is no memory for workspace " + workspace + " now", null);
    }
  }

  /** There is no such workspace: it has no key. */
  public static final class UnknownWorkspace extends LogException {
    private static final long serialVersionUID = 1L;

    UnknownWorkspace(WorkspaceId workspace) {
      super("there is no key for workspace " + workspace, null);
    }
  }

  /** There is no such blob, or it was never finished. */
  public static final class UnknownBlob extends LogException {
    private static final long serialVersionUID = 1L;

    UnknownBlob(String blob) {
      super("there is no whole blob " + blob, null);
    }
  }

  /** A limit was passed. */
  public static final class TooLarge extends LogException {
    private static final long serialVersionUID = 1L;
    private final long limit;

    private final transient Message what;

    /**
     * What is too large.
     *
     * @param code of the words that say what, with its size and the limit
     */
    TooLarge(String code, long size, long limit) {
      super(Message.of(code, "given", size, "limit", limit).english(), null);
      this.what = Message.of(code, "given", size, "limit", limit);
      this.limit = limit;
    }

    /** What is too large, with its size and the limit: words within a sentence. */
    public Message what() {
      return what;
    }

    /** The limit that was passed. */
    public long limit() {
      return limit;
    }
  }

  /** The name belongs to somebody else. */
  public static final class NameTaken extends LogException {
    private static final long serialVersionUID = 1L;

    NameTaken(Throwable cause) {
      super("that name is taken", cause);
    }
  }
}
