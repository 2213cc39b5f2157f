package org.caucus.operator.backup;

import java.nio.file.Path;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.cli.Console;
import org.caucus.operator.workspaces.ProgressPrinter;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.audit.LogAudit;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.keys.MasterKeySources;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;

/** Opens a restored database with the master key and walks the log of each workspace. */
public final class RestoredCheck {
  private final MongoSettings database;
  private final MasterKeySources key;
  private final Console console;

  /** Of the embedded database in this directory. */
  public RestoredCheck(Path directory, MasterKeySources key, Console console) {
    this(MongoSettings.embedded(directory), key, console);
  }

  /** Of this database. */
  public RestoredCheck(MongoSettings database, MasterKeySources key, Console console) {
    this.database = database;
    this.key = key;
    this.console = console;
  }

  /**
   * What was found.
   *
   * @param bad workspaces whose log is not whole; each was named
   */
  public record Found(int workspaces, long records, int bad) {}

  /**
   * Walks all.
   *
   * @throws org.caucus.platform.eventlog.keys.KeyException the master key is not the one
   * @throws org.caucus.platform.store.DatabaseException the database cannot be opened
   */
  public Found walk() {
    try (Mongo mongo = Mongo.openExisting(database)) {
      Vault vault = Vault.openExisting(mongo, key);
      var audit = new LogAudit(new EventLog(mongo, vault), new LogTips(mongo, vault));
      ProgressPrinter pace = new ProgressPrinter(console);
      List<WorkspaceId> all = audit.workspaces().await();
      long records = 0;
      int bad = 0;
      for (WorkspaceId each : all) {
        long before = records;
        var finding =
            audit.verify(
                each, List.of(), n -> pace.note((before + n) + " records of the logs checked"));
        records += finding.sound().sequence();
        if (!finding.whole()) {
          console.note(finding.toString());
          bad++;
        }
      }
      return new Found(all.size(), records, bad);
    }
  }
}
