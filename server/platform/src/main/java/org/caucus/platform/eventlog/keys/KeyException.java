package org.caucus.platform.eventlog.keys;

import org.jspecify.annotations.Nullable;

/** What can go wrong with keys. Messages name sources, ids and ways out, never a key. */
public abstract sealed class KeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private KeyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * The master key is missing, open to others, damaged, told twice and differently, or not the one
   * this database was written with.
   */
  public static final class BadMasterKey extends KeyException {
    private static final long serialVersionUID = 1L;

    BadMasterKey(String source, String whatAndWayOut, @Nullable Throwable cause) {
      super("master key from " + source + ": " + whatAndWayOut, cause);
    }
  }

  /** A credential that systemd put there cannot be read. */
  public static final class BadCredential extends KeyException {
    private static final long serialVersionUID = 1L;

    BadCredential(String path, Throwable cause) {
      super("the systemd credential " + path + ": it cannot be read by this user.", cause);
    }
  }

  /** A wrapped keyset does not open with the master key, though others do. */
  public static final class Damaged extends KeyException {
    private static final long serialVersionUID = 1L;
    private final String place;

    Damaged(String place, @Nullable Throwable cause) {
      super(
          "the keyset at "
              + place
              + " cannot be unwrapped: it was changed or moved, or a newer master key wrapped it",
          cause);
      this.place = place;
    }

    /** Collection and id. */
    public String place() {
      return place;
    }
  }

  /** A keyset that is made before all others is not there, though others are. */
  public static final class Removed extends KeyException {
    private static final long serialVersionUID = 1L;

    Removed(String place) {
      super(
          "the keyset at "
              + place
              + " was removed from the database, though others are there. A new one would open and"
              + " find nothing of what is here, and names that are taken could be taken again. Put"
              + " it back from a backup of the database.",
          null);
    }
  }

  /** The owner's keys were destroyed; its id is never used again. */
  public static final class Destroyed extends KeyException {
    private static final long serialVersionUID = 1L;

    Destroyed(String owner) {
      super("the keys of " + owner + " were destroyed; that id is never used again", null);
    }
  }

  /** A rotation cannot begin, or go on, as things are. */
  public static final class CannotRotate extends KeyException {
    private static final long serialVersionUID = 1L;

    /** Says why, and what to do. */
    public CannotRotate(String whyAndWayOut) {
      super(whyAndWayOut, null);
    }
  }
}
