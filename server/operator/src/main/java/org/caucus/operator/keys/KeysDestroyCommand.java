package org.caucus.operator.keys;

import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.keys.rotation.KeyDestruction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code caucus keys destroy WORKSPACE}: unreadable for ever, and proved to be. */
@Command(
    name = "destroy",
    description = "Makes a workspace unreadable for ever, and tries whether anything still opens.",
    mixinStandardHelpOptions = true)
final class KeysDestroyCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();

  @Parameters(paramLabel = "WORKSPACE", description = "its slug or id")
  String workspace = "";

  @Override
  public int run(OperatorContext desk, Console console) {
    var found = WorkspaceArgument.find(desk, console, workspace);
    if (found.isEmpty() || found.get().equals(WorkspaceId.SYSTEM)) {
      return NOT_DONE;
    }
    if (!confirmed(found.get(), desk, console)) {
      console.note("That is not it. Nothing was changed.");
      return NOT_DONE;
    }
    return report(
        new KeyDestruction(desk.mongo(), desk.vault(), desk.log()).run(found.get()), console);
  }

  /** By its slug; by its id, if that is what it was named by because its slug is gone already. */
  private boolean confirmed(WorkspaceId id, OperatorContext desk, Console console) {
    boolean gone = desk.vault().ring().destroyed(id.value()).await();
    String typed =
        new String(
                console.secret(
                    "This cannot be undone. Type the "
                        + (gone ? "id" : "slug")
                        + " of the workspace to destroy it"))
            .strip();
    return gone
        ? typed.equals(id.value()) || typed.equals(workspace)
        : WorkspaceArgument.bySlug(desk, typed).filter(id::equals).isPresent();
  }

  private static int report(KeyDestruction.Report report, Console console) {
    console.say(
        report.already()
            ? "Its keys had been destroyed before."
            : "Its keys are destroyed; its id is never used again.");
    console.say(
        "%d entries that named it are removed; %d slugs and addresses stay taken, by nobody."
            .formatted(report.removed(), report.namesTaken()));
    console.say(
        "%d of its records were tried with the %d keysets there are: %d open (%d did before)."
            .formatted(
                report.sampled(), report.keysTried(), report.openAfter(), report.openedBefore()));
    remains(report, console);
    return report.openAfter() == 0 ? DONE : NOT_DONE;
  }

  private static void remains(KeyDestruction.Report report, Console console) {
    console.say("What remains:");
    console.say("- its records as ciphertext, with their sizes and order, in the database;");
    console.say(
        "- its keys in every backup of the database, for anyone who has the master key too:");
    console.say("  delete those backups, or replace the master key and delete the old one;");
    if (report.freedPages()) {
      console.say("- its wrapped keys in freed pages of the database's file, until the server is");
      console.say("  stopped: then, and if need be at the next start, the file is written anew;");
    } else {
      console.say(
          "- its wrapped keys in the journal, oplog and freed pages of the MongoDB server,");
      console.say("  until that has overwritten them: replace the master key to be sure now;");
    }
    console.say("- what its members have by mail, and in their browsers until they reload;");
    console.say("- in the memory of running servers, for some seconds.");
  }
}
