package org.caucus.operator.acts;

import java.time.InstantSource;
import java.util.List;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code caucus operator}: what operators did. */
@Command(
    name = "operator",
    description = "Lists what operators did.",
    mixinStandardHelpOptions = true,
    subcommands = OperatorCommands.Acts.class)
public final class OperatorCommands implements OperatorCommand {
  @Mixin DataOption data = new DataOption();

  @Override
  public int run(OperatorContext desk, Console console) {
    return new Acts().run(desk, console);
  }

  /** {@code caucus operator acts}. */
  @Command(
      name = "acts",
      description =
          "Lists what operators did, newest first: when, who, what, and to what. The newest 10,000"
              + " are kept. \"shell\" is a command on this machine.",
      mixinStandardHelpOptions = true)
  static final class Acts implements OperatorCommand {
    private static final int MOST_LISTED = 1_000;

    @Mixin DataOption data = new DataOption();

    @Option(
        names = "--limit",
        defaultValue = "100",
        description = "acts listed, 1 to 1000 (${DEFAULT-VALUE})")
    int limit = 100;

    @Override
    public int run(OperatorContext desk, Console console) {
      if (limit < 1 || limit > MOST_LISTED) {
        console.note("--limit is 1 to " + MOST_LISTED + " acts.");
        return NOT_DONE;
      }
      List<OperatorActs.Act> acts =
          new OperatorActs(desk.mongo(), desk.vault(), InstantSource.system()).newest(limit);
      acts.forEach(a -> console.say(a.at() + " " + a.who() + " " + a.act() + " " + a.what()));
      if (acts.isEmpty()) {
        console.say("Nothing is noted.");
      }
      return DONE;
    }
  }
}
