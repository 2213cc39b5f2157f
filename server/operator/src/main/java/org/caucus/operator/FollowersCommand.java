package org.caucus.operator;

import java.util.function.UnaryOperator;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.subscriptions.DeadLetters;
import org.caucus.platform.eventlog.subscriptions.SubscriptionProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code caucus followers}: how far the durable readers of the log are, what they gave up, and
 * having it tried again.
 */
@Command(
    name = "followers",
    description =
        "Lists how far each follower is behind and what it gave up; --redrive has that tried"
            + " again.",
    mixinStandardHelpOptions = true)
final class FollowersCommand implements OperatorCommand {
  /** Most dead letters listed or tried at once; the rest shows when these are dealt with. */
  private static final int LIMIT = 1_000;

  @Mixin DataOption data = new DataOption();

  @Option(names = "--redrive", description = "have what was given up tried again, within seconds")
  boolean redrive;

  @Option(names = "--follower", description = "only of this follower")
  @Nullable String follower;

  @Option(names = "--workspace", description = "only in this workspace: its short name, or its id")
  @Nullable String workspace;

  @Option(names = "--sequence", description = "only the record of this sequence")
  @Nullable Long sequence;

  @Override
  public int run(OperatorContext desk, Console console) {
    workspace = workspace == null ? null : desk.workspace(workspace).value();
    var deadLetters = new DeadLetters(desk.mongo(), desk.vault());
    if (redrive) {
      return redrive(deadLetters, console);
    }
    UnaryOperator<String> names = desk.names();
    list(new SubscriptionProgress(desk.mongo(), desk.log(), desk.followers()), names, console);
    return list(deadLetters, names, console);
  }

  private void list(SubscriptionProgress standing, UnaryOperator<String> names, Console console) {
    console.say(
        "%-10s %-26s %10s %10s %8s".formatted("follower", "workspace", "done", "log", "behind"));
    for (SubscriptionProgress.Row row : standing.rows()) {
      if (isMeant(row.follower(), row.workspace())) {
        console.say(
            "%-10s %-26s %10d %10d %8d"
                .formatted(
                    row.follower(),
                    names.apply(row.workspace().value()),
                    row.done(),
                    row.length(),
                    row.behind()));
      }
    }
  }

  private int list(DeadLetters deadLetters, UnaryOperator<String> names, Console console) {
    int dead = 0;
    for (var letter : deadLetters.list(LIMIT).await()) {
      if (isMeant(letter)) {
        dead++;
        console.say(
            "given up: %s %s record %d, %s"
                .formatted(
                    letter.follower(),
                    names.apply(letter.workspace().value()),
                    letter.sequence(),
                    letter.cause()));
      }
    }
    console.say(
        dead == 0 ? "Nothing was given up." : dead + " given up. Mend the cause, then: --redrive");
    return DONE;
  }

  private int redrive(DeadLetters deadLetters, Console console) {
    int asked = 0;
    for (var letter : deadLetters.list(LIMIT).await()) {
      if (isMeant(letter) && deadLetters.redrive(letter, System.currentTimeMillis()).await()) {
        asked++;
      }
    }
    console.say(asked + " will be tried again by a running server; list them again to see.");
    return asked > 0 ? DONE : NOT_DONE;
  }

  private boolean isMeant(DeadLetters.DeadLetter letter) {
    return isMeant(letter.follower(), letter.workspace())
        && (sequence == null || sequence == letter.sequence());
  }

  private boolean isMeant(String name, WorkspaceId where) {
    return (follower == null || follower.equals(name))
        && (workspace == null || workspace.equals(where.value()));
  }
}
