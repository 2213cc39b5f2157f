package org.caucus.operator.workspaces;

import java.nio.file.Path;
import java.time.Instant;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.operator.migration.workspace.WorkspaceExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code caucus export}. */
@Command(
    name = "export",
    description =
        "Writes a workspace into one encrypted archive: every record, letter and person of it. The"
            + " server may run on.",
    mixinStandardHelpOptions = true)
public final class WorkspaceExportCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();
  @Mixin ArchiveKeyOption key = new ArchiveKeyOption();

  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "its short name, or its id")
  String workspace = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "the archive; must not exist")
  Path file = Path.of("");

  @Override
  public int run(OperatorContext desk, Console console) {
    WorkspaceId id = desk.workspace(workspace);
    Path to = console.path(file);
    var export = new WorkspaceExport(desk.mongo(), desk.vault(), desk.log(), desk.blobs());
    ProgressPrinter pace = new ProgressPrinter(console);
    var contents =
        export.run(
            id,
            to,
            key.toLock(desk, console),
            Instant.now(),
            (records, letters, bytes) -> pace.note(Progressing.line(records, letters, bytes)));
    console.say("Exported " + contents);
    console.say(
        "Not in it: mail not sent yet, letters not sorted yet, sessions and tokens. Try it now:"
            + " caucus import --check "
            + to);
    return contents.missing() == 0 ? DONE : NOT_DONE;
  }

  /** How far an archive is. */
  static final class Progressing {
    private Progressing() {}

    static String line(long records, long letters, long bytes) {
      return records + " records, " + letters + " letters, " + bytes / 1_000_000 + " MB";
    }
  }
}
