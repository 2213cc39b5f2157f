package org.caucus.operator.backup;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.cli.Console;
import org.caucus.operator.workspaces.ProgressPrinter;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.audit.LogAudit;
import org.caucus.platform.eventlog.audit.LogTip;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.keys.MasterKeySources;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;

/** Opens a database with the master key and walks the log of each workspace. */
public final class RestoredCheck {
  private final MasterKeySources key;
  private final Console console;
  private final ProgressPrinter pace;

  /** With this key. */
  public RestoredCheck(MasterKeySources key, Console console) {
    this.key = key;
    this.console = console;
    this.pace = new ProgressPrinter(console);
  }

  /**
   * What was found.
   *
   * @param tips the last record of each workspace up to which its log is sound
   * @param bad workspaces whose log is not whole; each was named
   */
  public record Found(Map<WorkspaceId, LogTip> tips, int bad) {
    /** How many there are. */
    public int workspaces() {
      return tips.size();
    }

    /** How many all have together. */
    public long records() {
      return tips.values().stream().mapToLong(LogTip::sequence).sum();
    }
  }

  /**
   * Walks all of the embedded database in this directory.
   *
   * @throws org.caucus.platform.eventlog.keys.KeyException the master key is not the one
   * @throws org.caucus.platform.store.DatabaseException the database cannot be opened
   */
  public Found walk(Path directory) {
    try (Mongo mongo = Mongo.openExisting(MongoSettings.embedded(directory))) {
      return walk(mongo);
    }
  }

  /** Walks all of this database. */
  public Found walk(Mongo mongo) {
    Vault vault = Vault.openExisting(mongo, key);
    var audit = new LogAudit(new EventLog(mongo, vault), new LogTips(mongo, vault));
    Map<WorkspaceId, LogTip> tips = new HashMap<>();
    long records = 0;
    int bad = 0;
    for (WorkspaceId each : audit.workspaces().await()) {
      long before = records;
      var finding =
          audit.verify(
              each,
              List.of(),
              n -> pace.note("%,d records of the logs checked".formatted(before + n)));
      tips.put(each, finding.sound());
      records += finding.sound().sequence();
      if (!finding.whole()) {
        console.note(finding.toString());
        bad++;
      }
    }
    return new Found(tips, bad);
  }
}
