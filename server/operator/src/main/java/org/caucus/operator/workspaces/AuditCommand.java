package org.caucus.operator.workspaces;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code caucus audit}: whether the record is what it was. */
@Command(
    name = "audit",
    description = "Checks the record of a workspace, or a member's copy of it.",
    mixinStandardHelpOptions = true,
    subcommands = {VerifyCommand.class, KeyCommand.class})
public final class AuditCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what: audit verify, or audit key.");
  }
}
