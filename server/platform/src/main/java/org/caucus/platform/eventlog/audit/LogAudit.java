package org.caucus.platform.eventlog.audit;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.audit.AuditFinding.Fault;
import org.caucus.platform.eventlog.audit.AuditFinding.Kind;
import org.jspecify.annotations.Nullable;

/** Walks whole logs and names the first position that is wrong. Waits; for virtual threads. */
public final class LogAudit {
  /** Records in memory at once. */
  private static final int PAGE = 64;

  private final EventLog log;
  private final LogTips tips;

  /** An audit of these logs. */
  public LogAudit(EventLog log, LogTips tips) {
    this.log = log;
    this.tips = tips;
  }

  /** Every workspace there is. */
  public Future<List<WorkspaceId>> workspaces() {
    return log.workspaces();
  }

  /**
   * Walks one log.
   *
   * @param noted what the caller knows from an earlier printout; may be empty
   * @param progress told of the records walked so far, now and then
   */
  public AuditFinding verify(WorkspaceId workspace, List<LogTip> noted, LongConsumer progress) {
    var known = new ArrayList<>(noted);
    tips.find(workspace).await().ifPresent(known::add);
    var walk = new Walk(workspace, known);
    List<EventLog.Found> page;
    do {
      page = log.look(workspace, walk.sound.sequence(), PAGE).await();
      for (var found : page) {
        var fault = walk.step(found);
        if (fault != null) {
          return new AuditFinding(workspace, walk.sound, fault);
        }
      }
      if (!page.isEmpty()) {
        progress.accept(walk.sound.sequence());
      }
    } while (!page.isEmpty());
    return new AuditFinding(workspace, walk.sound, walk.end());
  }

  /** Where the audit is. */
  private final class Walk {
    private final WorkspaceId workspace;
    private final List<LogTip> known;
    private LogTip sound = LogTip.NONE;

    Walk(WorkspaceId workspace, List<LogTip> known) {
      this.workspace = workspace;
      this.known = known;
    }

    /** Checks the next record and moves on to it; what is wrong, if anything. */
    @Nullable Fault step(EventLog.Found found) {
      long next = sound.sequence() + 1;
      if (found.sequence() != next) {
        return new Fault(next, found.sequence() == 0 ? Kind.FOREIGN : Kind.REMOVED);
      }
      if (found.link() == null) {
        return new Fault(next, found.readable() ? Kind.UNKNOWN_FORM : Kind.UNREADABLE);
      }
      var tip = new LogTip(next, found.link().hash(workspace.value(), next));
      if (!found.link().previous().equals(sound.hash())) {
        return unlinked(tip);
      }
      if (known.stream().anyMatch(k -> k.sequence() == next && !k.equals(tip))) {
        return new Fault(next, Kind.REPLACED);
      }
      sound = tip;
      return null;
    }

    /**
     * One of two is wrong: this record, or the one before it. If something vouches for this one,
     * the next record or a tip that was noted, it is the one before.
     */
    private Fault unlinked(LogTip tip) {
      boolean vouched =
          known.contains(tip)
              || log.look(workspace, tip.sequence(), 1).await().stream()
                  .map(EventLog.Found::link)
                  .anyMatch(link -> link != null && link.previous().equals(tip.hash()));
      return vouched && tip.sequence() > 1
          ? new Fault(tip.sequence() - 1, Kind.ALTERED)
          : new Fault(tip.sequence(), Kind.FOREIGN);
    }

    /** Nothing more is there: whether there ever was. */
    @Nullable Fault end() {
      boolean more = known.stream().anyMatch(k -> k.sequence() > sound.sequence());
      return more ? new Fault(sound.sequence() + 1, Kind.CUT_OFF) : null;
    }
  }
}
