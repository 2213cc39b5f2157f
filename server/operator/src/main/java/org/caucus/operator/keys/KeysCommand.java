package org.caucus.operator.keys;

import java.time.temporal.ChronoUnit;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.keys.Keyring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code caucus keys}: says what is known of the keys and of what did not open with them. */
@Command(
    name = "keys",
    description =
        "Says where the master key is, which rotations are under way and what did not open.",
    mixinStandardHelpOptions = true,
    subcommands = {KeysNewCommand.class, KeysRotateCommand.class, KeysDestroyCommand.class})
public final class KeysCommand implements OperatorCommand {
  /** Most lines on what is in the quarantine. */
  private static final int LIMIT = 1_000;

  @Mixin DataOption data = new DataOption();

  @Override
  public int run(OperatorContext desk, Console console) {
    var master = desk.vault().ring().master();
    console.say(
        "The master key is from "
            + master.source()
            + ". Its fingerprint is "
            + master.fingerprint()
            + ".");
    if (master.keys().rotating()) {
      console.say("Its rotation is under way: caucus keys rotate --master goes on.");
    }
    int owners = 0;
    for (var owner : desk.vault().ring().owners().await()) {
      owners++;
      desk.vault()
          .ring()
          .find(owner)
          .await()
          .filter(h -> h.keys().rotating())
          .map(KeysCommand::state)
          .ifPresent(console::say);
    }
    console.say(owners + " keysets, the installation's own among them.");
    return quarantine(desk, console);
  }

  private static String state(Keyring.Held held) {
    return held.keptUntil()
        .map(
            until ->
                "The key of %s was replaced; the one before stays until %s."
                    .formatted(held.owner(), until.truncatedTo(ChronoUnit.MINUTES)))
        .orElseGet(
            () -> "The rotation of " + held.owner() + " is under way: caucus keys rotate goes on.");
  }

  private static int quarantine(OperatorContext desk, Console console) {
    var items = desk.vault().quarantine().list(LIMIT).await();
    for (var item : items) {
      console.say("in quarantine: %s %s %s".formatted(item.at(), item.place(), item.cause()));
    }
    console.say(
        items.isEmpty()
            ? "Nothing is in quarantine."
            : items.size() + " in quarantine. Put the right documents back from a backup.");
    return items.isEmpty() ? DONE : NOT_DONE;
  }
}
