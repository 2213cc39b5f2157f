package org.caucus.operator.workspaces;

import java.nio.file.Path;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.operator.migration.workspace.ProgressListener;
import org.caucus.operator.migration.workspace.WorkspaceImport;
import org.caucus.platform.eventlog.archive.ArchiveKey;
import org.caucus.platform.eventlog.archive.ArchiveReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code caucus import}. */
@Command(
    name = "import",
    description =
        "Checks an archive and takes its workspace in, under a fresh key. Nothing that is here is"
            + " changed. One that was cut short is begun again by the next.",
    mixinStandardHelpOptions = true)
public final class WorkspaceImportCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();
  @Mixin ArchiveKeyOption key = new ArchiveKeyOption();

  @Option(names = "--check", description = "only check it; write nothing")
  boolean check;

  @Parameters(index = "0", paramLabel = "FILE", description = "an archive")
  Path file = Path.of("");

  @Override
  public boolean begins(Console console) {
    ArchiveReader.keyOf(console.path(file)); // a name mistyped makes nothing
    return !check;
  }

  @Override
  public int run(OperatorContext desk, Console console) {
    Path from = console.path(file);
    ArchiveKey opening = key.toOpen(ArchiveReader.keyOf(from), desk, console);
    var work =
        new WorkspaceImport(desk.mongo(), desk.vault(), desk.log(), desk.blobs(), desk.done());
    ProgressPrinter pace = new ProgressPrinter(console);
    ProgressListener progress =
        (records, letters, bytes) ->
            pace.note(WorkspaceExportCommand.Progressing.line(records, letters, bytes));
    var contents = check ? work.check(from, opening, progress) : work.run(from, opening, progress);
    console.say((check ? "Sound: " : "Imported ") + contents);
    if (!check) {
      console.say(
          "Open invitations and reply addresses of the old installation do not work here: invite"
              + " again. Run now: caucus audit verify "
              + contents.slug());
    }
    return DONE;
  }
}
