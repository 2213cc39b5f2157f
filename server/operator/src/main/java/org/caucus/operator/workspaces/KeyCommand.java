package org.caucus.operator.workspaces;

import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.audit.AuditSigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code audit key}. */
@Command(
    name = "key",
    description = "Prints the public key that members' copies are signed with (Ed25519, base64).",
    mixinStandardHelpOptions = true)
final class KeyCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();

  @Override
  public int run(OperatorContext desk, Console console) {
    console.say(AuditSigningKey.open(desk.mongo(), desk.vault()).publicKey());
    return DONE;
  }
}
