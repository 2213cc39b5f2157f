package org.caucus.operator.lists;

import java.time.Instant;
import java.util.List;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.operator.migration.lists.jobs.HeldImports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code caucus imports}: archives whose import ended the server, and what becomes of them. */
@Command(
    name = "imports",
    description =
        "Lists the archives, sent by the browser, whose import ended the server or found no memory:"
            + " they are not begun again by themselves. --again has one begun again, and it goes on"
            + " where it stood; --drop gives one up, and what was brought in stays.",
    mixinStandardHelpOptions = true)
public final class ImportsCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();

  @Option(names = "--again", paramLabel = "ID", description = "have this one begun again")
  @Nullable String again;

  @Option(names = "--drop", paramLabel = "ID", description = "give this one up")
  @Nullable String drop;

  @Override
  public int run(OperatorContext desk, Console console) {
    HeldImports imports = new HeldImports(desk.mongo(), desk.vault());
    List<HeldImports.Held> held =
        desk.log().workspaces().await().stream().flatMap(w -> imports.of(w).stream()).toList();
    String id = again == null ? drop : again;
    return id == null ? list(held, console) : change(imports, held, id, console);
  }

  private static int list(List<HeldImports.Held> held, Console console) {
    for (HeldImports.Held one : held) {
      console.say(
          "%s in workspace %s, into list %s, asked for %s, begun %d times, letters: %d (%s)"
              .formatted(
                  one.id(),
                  one.workspace(),
                  one.list(),
                  one.asked(),
                  one.tries(),
                  one.letters(),
                  one.why()));
    }
    console.say(
        held.isEmpty()
            ? "No import waits for you."
            : held.size()
                + " wait. See to the memory of the server, then: --again ID or --drop ID");
    return DONE;
  }

  private int change(HeldImports imports, List<HeldImports.Held> held, String id, Console console) {
    Instant now = Instant.now();
    boolean found =
        held.stream()
            .filter(one -> one.id().equals(id))
            .anyMatch(one -> again == null ? imports.drop(one, now) : imports.again(one, now));
    console.say(
        !found
            ? "No import of that id waits for you."
            : again == null
                ? "It is given up; what was brought in stays."
                : "A running server begins it again within a minute.");
    return found ? DONE : NOT_DONE;
  }
}
