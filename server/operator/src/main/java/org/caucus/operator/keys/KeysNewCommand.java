package org.caucus.operator.keys;

import java.util.concurrent.Callable;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.keys.MasterKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code caucus keys new}: a master key for an installation that is to have none on its disk.
 * Sealed before it is first used, it never lay there in clear.
 */
@Command(
    name = "new",
    description =
        "Prints a new master key and keeps it nowhere. For a new installation: caucus keys new |"
            + " systemd-creds encrypt --name=caucus-master-key -"
            + " /etc/credstore.encrypted/caucus-master-key",
    mixinStandardHelpOptions = true)
final class KeysNewCommand implements OperatorCommand, Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public boolean needsDesk() {
    return false;
  }

  @Override
  public int run(OperatorContext desk, Console console) {
    console.say(MasterKey.fresh());
    return DONE;
  }

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(MasterKey.fresh());
    return DONE;
  }
}
