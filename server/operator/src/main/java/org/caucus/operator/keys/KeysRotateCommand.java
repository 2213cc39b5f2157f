package org.caucus.operator.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.keys.Keyset;
import org.caucus.platform.eventlog.keys.rotation.RotationPace;
import org.caucus.platform.eventlog.keys.rotation.RotationProgress;
import org.caucus.platform.eventlog.keys.rotation.WorkspaceRotation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code caucus keys rotate}: a new key under everything a workspace has, or a new master key over
 * all keysets.
 */
@Command(
    name = "rotate",
    description =
        "Replaces the key of a workspace and encrypts again what the old one did; or the master"
            + " key, and wraps every keyset anew.",
    mixinStandardHelpOptions = true)
final class KeysRotateCommand implements OperatorCommand {
  private static final long TELL_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  @Mixin DataOption data = new DataOption();

  @Parameters(
      paramLabel = "WORKSPACE",
      arity = "0..1",
      description = "its slug or id; \"installation\" for accounts, inbox, outbox and names")
  @Nullable String workspace;

  @Option(names = "--master", description = "replace the master key instead")
  boolean master;

  @Option(
      names = "--two-steps",
      description =
          "stop when both master keys are in the file, to copy it to other machines first")
  boolean twoSteps;

  @Option(
      names = "--cipher",
      description =
          "what the new key is for: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not said. Of a"
              + " workspace's key or the installation's")
  Keyset.Kind cipher = Keyset.Kind.AES256_GCM;

  @Override
  public int run(OperatorContext desk, Console console) {
    if (master && cipher != Keyset.Kind.AES256_GCM) {
      console.note("--cipher goes with a workspace, or the installation.");
      return NOT_DONE;
    }
    if (master == (workspace != null)) {
      console.note("Name a workspace, or say --master.");
      return NOT_DONE;
    }
    if (workspace == null) {
      MasterKeyRotation.run(twoSteps, desk, console);
      return DONE;
    }
    return WorkspaceArgument.find(desk, console, workspace)
        .map(found -> rotate(found, cipher, desk, console))
        .orElse(NOT_DONE);
  }

  private static int rotate(
      WorkspaceId owner, Keyset.Kind cipher, OperatorContext desk, Console console) {
    var pace = desk.mongo().embedded() ? RotationPace.EMBEDDED : RotationPace.SHARED;
    console.note("New records use a new key from now on; this takes a while, and may be stopped.");
    var manner = new WorkspaceRotation.Manner(pace, () -> false, told(console));
    var outcome = new WorkspaceRotation(desk.mongo(), desk.vault(), manner).run(owner, cipher);
    console.say(outcome.resealed() + " records encrypted again. " + ofTheOldKey(outcome.kept()));
    console.say("Backups from before have it still, wrapped by the master key of that time.");
    return DONE;
  }

  private static String ofTheOldKey(@Nullable Instant kept) {
    return kept == null
        ? "The old key is gone."
        : "The old key stays until "
            + kept.truncatedTo(ChronoUnit.MINUTES)
            + ", for what may still be on its way; then the server drops it by itself.";
  }

  private static java.util.function.Consumer<RotationProgress> told(Console console) {
    var next = new AtomicLong(System.nanoTime() + TELL_EVERY_NANOS);
    return progress -> {
      if (System.nanoTime() - next.get() > 0) {
        next.set(System.nanoTime() + TELL_EVERY_NANOS);
        console.note(
            "%s: %d read, %d encrypted again"
                .formatted(progress.collection(), progress.seen(), progress.resealed()));
      }
    };
  }
}
