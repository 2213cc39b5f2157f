package org.caucus.operator.backup;

import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.store.HeldStore;
import org.caucus.platform.store.backup.BackupCopy.Held;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Holds one moment of the database until the other end has copied it. Not for operators: {@code
 * caucus backup} sends it.
 */
@Command(name = HoldCommand.NAME, hidden = true, mixinStandardHelpOptions = true)
public final class HoldCommand implements OperatorCommand {
  static final String NAME = "backup-hold";

  @Mixin DataOption data = new DataOption();

  /** The words by which it is sent. */
  public static List<String> words() {
    return List.of(NAME);
  }

  @Override
  public int run(OperatorContext desk, Console console) {
    String key = desk.vault().ring().master().fingerprint();
    try (HeldStore held = desk.mongo().hold()) {
      console.say(
          encoded(new Held(held.file(), held.length(), held.head(), held.moment(), key)).encode());
      if (!copied(console)) {
        return NOT_DONE;
      }
      if (held.intact()) {
        return DONE;
      }
      console.note(
          "The server opened its database again while it was copied, as after a full disk. This"
              + " backup was not made; those made before are as they were. Give the command"
              + " again.");
      return NOT_DONE;
    }
  }

  /** Answered when all is copied; false if the other end is gone. */
  private static boolean copied(Console console) {
    try {
      console.secret("copied");
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static JsonObject encoded(Held held) {
    return new JsonObject()
        .put("file", held.file().toString())
        .put("length", held.length())
        .put("head", held.head())
        .put("moment", held.moment())
        .put("masterKey", held.masterKey());
  }
}
