package org.caucus.operator.lists;

import java.time.InstantSource;
import java.util.List;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.jobs.attempts.Attempts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code caucus attempts}: what the server was reading when it ended. */
@Command(
    name = "attempts",
    description =
        "Lists the letters, pages and mailed copies that the server was reading when it ended: they"
            + " are not read again by themselves, and stand as plain text. --again has one read"
            + " again when somebody asks for it.",
    mixinStandardHelpOptions = true)
public final class AttemptsCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();

  @Option(names = "--again", paramLabel = "THING", description = "have this one read again")
  @Nullable String again;

  @Override
  public int run(OperatorContext desk, Console console) {
    Attempts attempts = Attempts.ofOperator(desk.mongo(), desk.vault(), InstantSource.system());
    return again == null ? list(attempts.ended(), console) : again(attempts, again, console);
  }

  private static int list(List<Attempts.Ended> ended, Console console) {
    ended.forEach(one -> console.say(one.thing() + ", read since " + one.since()));
    console.say(
        ended.isEmpty()
            ? "The server ended at nothing that it read."
            : ended.size() + " are not read again by themselves. To have one read: --again THING");
    return DONE;
  }

  private static int again(Attempts attempts, String thing, Console console) {
    boolean found = attempts.again(thing);
    console.say(found ? "It is read when somebody asks for it." : "Nothing of that name waits.");
    return found ? DONE : NOT_DONE;
  }
}
