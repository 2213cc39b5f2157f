package org.caucus.operator.backup;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.platform.store.backup.BackupCopy;
import org.caucus.platform.store.backup.BackupCopy.Held;
import org.caucus.platform.store.backup.BackupManifest;
import org.caucus.platform.store.backup.BackupTarget;
import org.jspecify.annotations.Nullable;

/** The operator's end of {@link HoldCommand}: copies while the other end holds. */
public final class HeldCopy implements Console {
  private final BackupTarget target;
  private final Console operator;
  private final BackupCopy.Pace pace;
  private final BackupCopy.Progress progress;
  private @Nullable BackupCopy copy;
  private @Nullable BackupManifest copied;

  /** Sends {@link HoldCommand#words} to where the database is; its exit status. */
  public interface Sender {
    /** Sends the words and hears the answers. */
    int send(Console hears);
  }

  /** A copy into this place. */
  public HeldCopy(
      BackupTarget target, Console operator, BackupCopy.Pace pace, BackupCopy.Progress progress) {
    this.target = target;
    this.operator = operator;
    this.pace = pace;
    this.progress = progress;
  }

  /**
   * A backup that was made.
   *
   * @param written bytes that the target did not have before
   */
  public record Made(BackupManifest manifest, long written) {}

  /** Makes a backup; null if it was not made, and the operator was told why. */
  public @Nullable Made run(Sender hold) {
    int status = hold.send(this);
    if (status != OperatorCommand.DONE || copy == null || copied == null) {
      return null;
    }
    copy.finish(copied);
    return new Made(copied, copy.written());
  }

  @Override
  public void say(String line) {
    JsonObject json = new JsonObject(line);
    copy =
        new BackupCopy(
            target,
            new Held(
                Path.of(json.getString("file")),
                json.getLong("length"),
                json.getBinary("head"),
                json.getInstant("moment"),
                json.getString("masterKey")),
            pace,
            progress);
  }

  @Override
  public void note(String line) {
    operator.note(line);
  }

  @Override
  public char[] secret(String prompt) {
    copied = copy == null ? null : copy.copy();
    return "yes".toCharArray();
  }

  @Override
  public Path path(Path given) {
    return operator.path(given);
  }
}
