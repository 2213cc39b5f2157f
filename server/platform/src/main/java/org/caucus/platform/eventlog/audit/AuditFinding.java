package org.caucus.platform.eventlog.audit;

import org.caucus.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found.
 *
 * @param sound where the log is sound up to: all of it if there is no fault
 * @param fault the first thing that is wrong; null if nothing is
 */
public record AuditFinding(WorkspaceId workspace, LogTip sound, @Nullable Fault fault) {
  /** What can be wrong with a position. */
  public enum Kind {
    /** It is not there, and later ones are. */
    REMOVED("it is missing, although later records are there: a record was removed"),
    /** It does not open. */
    UNREADABLE(
        "it cannot be read: it was altered, moved here from another place, or sealed with another"
            + " key"),
    /** It opens, and does not follow the one before. */
    FOREIGN("it does not follow the record before it: it comes from another past of this log"),
    /** What follows it was written for another record. */
    ALTERED("it is not the record that was here: the one after it was written to follow another"),
    /** The log once went on. */
    CUT_OFF("it is missing: the log once went on from here, and was cut off"),
    /** It was another when its hash was noted. */
    REPLACED("it, or one before it, is not what it was when its hash was noted"),
    /** It is of a form that this version does not know. */
    UNKNOWN_FORM(
        "it has a form that this version does not know: a newer Caucus wrote it, or nobody");

    private final String what;

    Kind(String what) {
      this.what = what;
    }
  }

  /**
   * One wrong position.
   *
   * @param sequence the first that is wrong
   */
  public record Fault(long sequence, Kind kind) {
    @Override
    public String toString() {
      return "position " + sequence + ": " + kind.what;
    }
  }

  /** Whether nothing is wrong. */
  public boolean whole() {
    return fault == null;
  }

  /** For the operator. */
  @Override
  public String toString() {
    return fault == null
        ? workspace + ": " + sound.sequence() + " records, all sound. Tip " + sound
        : workspace + ": BAD at " + fault + ". Sound up to " + sound;
  }
}
