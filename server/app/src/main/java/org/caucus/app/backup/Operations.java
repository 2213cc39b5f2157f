package org.caucus.app.backup;

import java.io.UncheckedIOException;
import java.util.function.IntSupplier;
import org.caucus.app.settings.Settings;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.cluster.leases.DatabaseInUse;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.backup.BackupException;

/** How these commands end: what an operator can mend is told in a sentence. */
final class Operations {
  /** The command or a setting is wrong. */
  private static final int REFUSED = 2;

  private Operations() {}

  static int told(Console console, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (Settings.Bad e) {
      console.note("Nothing was done. " + e.getMessage());
      return REFUSED;
    } catch (BackupException e) {
      console.note(String.valueOf(e.getMessage()));
      return e.refused() ? REFUSED : OperatorCommand.NOT_DONE;
    } catch (DatabaseException
        | DatabaseInUse
        | KeyException
        | LogException
        | UncheckedIOException e) {
      console.note(String.valueOf(e.getMessage()));
      return OperatorCommand.NOT_DONE;
    }
  }
}
