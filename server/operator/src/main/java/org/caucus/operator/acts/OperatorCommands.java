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
import picocli.CommandLine.Parameters;

/** {@code caucus operator}: who may sign in to the operators' pages, and what operators did. */
@Command(
    name = "operator",
    description =
        "Lists the operators who may sign in at /admin, by name. They are no members: neither a"
            + " member's sign-in opens these pages, nor an operator's anything of a workspace.",
    mixinStandardHelpOptions = true,
    subcommands = {
      OperatorCommands.Add.class,
      OperatorCommands.Remove.class,
      OperatorCommands.Acts.class
    })
public final class OperatorCommands implements OperatorCommand {
  @Mixin DataOption data = new DataOption();

  @Override
  public int run(OperatorContext desk, Console console) {
    List<String> names = accounts(desk).names();
    names.forEach(console::say);
    if (names.isEmpty()) {
      console.say("No operators. Add one: caucus operator add NAME");
    }
    return DONE;
  }

  private static OperatorAccounts accounts(OperatorContext desk) {
    return new OperatorAccounts(desk.mongo(), desk.vault(), InstantSource.system());
  }

  private static OperatorActs acts(OperatorContext desk) {
    return new OperatorActs(desk.mongo(), desk.vault(), InstantSource.system());
  }

  /** {@code caucus operator add}. */
  @Command(
      name = "add",
      description =
          "Prints a link by which an operator enrols a passkey for /admin: once, within an hour."
              + " For a name that is there, the link adds another passkey; links of before end.",
      mixinStandardHelpOptions = true)
  static final class Add implements OperatorCommand {
    @Mixin DataOption data = new DataOption();

    @Parameters(
        paramLabel = "NAME",
        description = "1 to 40 of a-z, 0-9, dot and hyphen, beginning with a letter")
    String name = "";

    @Override
    public int run(OperatorContext desk, Console console) {
      if (!OperatorAccounts.isName(name)) {
        console.note(
            "A name has 1 to 40 of a-z, 0-9, dot and hyphen, and begins with a letter. Nothing was"
                + " done.");
        return NOT_DONE;
      }
      OperatorAccounts accounts = accounts(desk);
      List<String> names = accounts.names();
      if (names.size() >= OperatorAccounts.MOST && !names.contains(name)) {
        console.note("There are " + OperatorAccounts.MOST + " operators. Remove one first.");
        return NOT_DONE;
      }
      acts(desk).note(OperatorActs.SHELL, "operator.add", name);
      console.say(desk.baseUrl() + "/admin/enrol#" + accounts.add(name));
      console.note("Open it once, within an hour, in the browser that has the passkey.");
      return DONE;
    }
  }

  /** {@code caucus operator remove}. */
  @Command(
      name = "remove",
      description =
          "Ends an operator: sessions, links and passkeys. To undo it, add the name again; the"
              + " passkey is then enrolled again.",
      mixinStandardHelpOptions = true)
  static final class Remove implements OperatorCommand {
    @Mixin DataOption data = new DataOption();

    @Parameters(paramLabel = "NAME", description = "as listed")
    String name = "";

    @Override
    public int run(OperatorContext desk, Console console) {
      if (!accounts(desk).names().contains(name)) {
        console.note("There is no operator \"" + name + "\". See: caucus operator");
        return NOT_DONE;
      }
      acts(desk).note(OperatorActs.SHELL, "operator.remove", name);
      boolean there = accounts(desk).remove(name);
      console.say(there ? name + " is no operator any more." : name + " was removed meanwhile.");
      return DONE;
    }
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
      List<OperatorActs.Act> acts = acts(desk).newest(limit);
      acts.forEach(a -> console.say(a.at() + " " + a.who() + " " + a.act() + " " + a.what()));
      if (acts.isEmpty()) {
        console.say("Nothing is noted.");
      }
      return DONE;
    }
  }
}
