package org.caucus.operator;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caucus.platform.jobs.FailedJobs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code caucus due}: what was to be done at a time and failed (digests, notices, weekly letters,
 * reminders, publications, embargoes, doubted addresses), and having it tried again.
 */
@Command(
    name = "due",
    description =
        "Lists what was due and failed: where, how often, and when it is tried again; --redrive has"
            + " it tried at once.",
    mixinStandardHelpOptions = true)
final class DueCommand implements OperatorCommand {
  /** Most listed or tried at once; the rest shows when these are dealt with. */
  private static final int LIMIT = 1_000;

  @Mixin DataOption data = new DataOption();

  @Option(names = "--redrive", description = "have what failed tried again, within a minute")
  boolean redrive;

  @Option(names = "--kind", description = "only of this kind, as listed: digests")
  @Nullable String kind;

  @Option(names = "--workspace", description = "only in this workspace: its short name, or its id")
  @Nullable String workspace;

  @Override
  public int run(OperatorContext desk, Console console) {
    workspace = workspace == null ? null : desk.workspace(workspace).value();
    List<FailedJobs.Miss> misses =
        FailedJobs.list(desk.mongo(), desk.vault(), LIMIT).stream().filter(this::isMeant).toList();
    return redrive ? redrive(desk, misses, console) : list(desk, misses, console);
  }

  private static int list(OperatorContext desk, List<FailedJobs.Miss> misses, Console console) {
    UnaryOperator<String> names = misses.isEmpty() ? UnaryOperator.identity() : desk.names();
    for (FailedJobs.Miss miss : misses) {
      console.say(
          "%s of %s: due %s, failures in a row: %d (%s), tried again %s"
              .formatted(
                  miss.collection(),
                  names.apply(miss.whose()),
                  miss.meant(),
                  miss.failures(),
                  miss.why(),
                  miss.next()));
    }
    console.say(
        misses.isEmpty()
            ? "Nothing that was due failed."
            : misses.size() + " failed. Mend the cause, then: --redrive");
    return DONE;
  }

  private static int redrive(OperatorContext desk, List<FailedJobs.Miss> misses, Console console) {
    Instant now = Instant.now();
    long asked =
        misses.stream().filter(m -> FailedJobs.redrive(desk.mongo(), desk.vault(), m, now)).count();
    console.say(asked + " will be tried again by a running server; list them again to see.");
    return asked > 0 ? DONE : NOT_DONE;
  }

  private boolean isMeant(FailedJobs.Miss miss) {
    return (kind == null || kind.equals(miss.collection()))
        && (workspace == null || workspace.equals(miss.whose()));
  }
}
