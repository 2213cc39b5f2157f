package org.caucus.platform.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong with the database. Messages name ids, paths and causes, never
 * contents.
 */
public abstract sealed class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * A document with this {@code _id} is there already. What went in before it is durable, and
   * stays; nothing after it was tried.
   */
  public static final class DuplicateKey extends DatabaseException {
    private static final long serialVersionUID = 1L;
    private final int index;

    DuplicateKey(String collection, int index, Throwable cause) {
      super(
          "a document with that _id exists in '"
              + collection
              + "' (document "
              + index
              + " of the insert)",
          cause);
      this.index = index;
    }

    /** Index in the ordered insert of the first document that did not go in. */
    public int index() {
      return index;
    }

    /** How many documents of the ordered insert went in before it. */
    public int inserted() {
      return index;
    }
  }

  /**
   * The database cannot be reached, or cannot confirm. A write that fails like this may or may not
   * have happened: read, then try again.
   */
  public static sealed class Away extends DatabaseException permits Unwritable {
    private static final long serialVersionUID = 1L;

    Away(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** What lies on the disk cannot be written: it is full, read-only or failing. */
  public static final class Unwritable extends Away {
    private static final long serialVersionUID = 1L;

    /** Of the embedded store, or of what else is kept on the disk. */
    public Unwritable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The database answered, and said no. Trying again will not help. */
  public static final class Refused extends DatabaseException {
    private static final long serialVersionUID = 1L;

    Refused(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The server does not do what Caucus leans on. */
  public static final class Unfit extends DatabaseException {
    private static final long serialVersionUID = 1L;

    Unfit(String server, List<String> faults) {
      super(
          "The MongoDB server of CAUCUS_MONGODB_URI, "
              + server
              + ", cannot be used: when it was tried, "
              + String.join("; ", faults)
              + ". Nothing was changed. README.md, \"A real MongoDB\", names servers that pass.",
          null);
    }
  }

  /** The database is one end of a move, or cannot be. */
  public static final class Moving extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private Moving(String message) {
      super(message, null);
    }

    static Moving unfinished() {
      return new Moving(
          "A move into this database was begun and is not finished. Finish it first: give the"
              + " command caucus move again, as before.");
    }

    static Moving away(boolean done) {
      return new Moving(
          done
              ? "This database was moved to another one, and what happened since is only there."
                  + " Use that one (set CAUCUS_MONGODB_URI for a server, leave it out for the"
                  + " embedded database). To use this one as it was then, and lose what happened"
                  + " since: caucus move --to …, as before, with --give-up."
              : "This database is being moved to another one. Finish it: give the command caucus"
                  + " move again, as before. Or stay with this one: the same with --give-up.");
    }

    static Moving other() {
      return new Moving(
          "The database to move to holds the beginning of another move. Nothing was changed. Empty"
              + " it, or name another.");
    }

    static Moving notEmpty(String collection) {
      return new Moving(
          "The database to move to is not empty: it has "
              + collection
              + ". Nothing was changed. Empty it, or name another; an embedded one is empty when its"
              + " file was moved away.");
    }

    static Moving differs(String collection, long here, long there) {
      return new Moving(
          ("The two databases differ: %s has %d documents here and %d there. The move is not"
                  + " finished: empty the new one, then give the command with --give-up, and begin"
                  + " again.")
              .formatted(collection, here, there));
    }
  }

  /** No Caucus has ever stored anything here, and the caller is not to begin. */
  public static final class NothingThere extends DatabaseException {
    private static final long serialVersionUID = 1L;

    NothingThere(String where, String what) {
      super(
          "There is no Caucus installation "
              + where
              + ": "
              + what
              + ". Nothing was made. Name the right place (--data, CAUCUS_DATA,"
              + " CAUCUS_MONGODB_URI); a new installation is begun by serve, demo or import.",
          null);
    }

    /** In a database whose keys nobody made. */
    public static NothingThere withoutKeys() {
      return new NothingThere("in this database", "it has no keys");
    }
  }

  /** Another process has this data directory. */
  public static final class DataDirectoryInUse extends DatabaseException {
    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path directory, @Nullable Throwable cause) {
      super(
          "The data directory "
              + directory
              + " is in use by another Caucus process. Stop that one first, or give this one a"
              + " directory of its own.",
          cause);
    }
  }

  /** The data directory or its store file cannot be used as it is. */
  public static final class StoreUnreadable extends DatabaseException {
    private static final long serialVersionUID = 1L;

    StoreUnreadable(Path path, String what, @Nullable Throwable cause) {
      super(path + ": " + what + advice(cause), cause);
    }

    /** A disk that is full, read-only or failing is no damaged file. */
    private static String advice(@Nullable Throwable cause) {
      Throwable root = cause;
      while (root != null && root.getCause() != null) {
        root = root.getCause();
      }
      if (root instanceof IOException disk) {
        String reason =
            disk instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : disk.getMessage();
        return ": "
            + reason
            + ". Nothing was changed. See to the disk and its permissions, then start again.";
      }
      return ". Nothing was changed. Restore it from a backup, or start with another data"
          + " directory.";
    }
  }
}
