package org.caucus.operator.lists;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code caucus archive}: the letters of a list, in and out. */
@Command(
    name = "archive",
    description =
        "Brings the archive of a mailing list in, or writes one: mbox, Maildir, public-inbox.",
    mixinStandardHelpOptions = true,
    subcommands = {ArchiveImportCommand.class, ArchiveExportCommand.class})
public final class ArchiveCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what: archive import, or archive export.");
  }
}
