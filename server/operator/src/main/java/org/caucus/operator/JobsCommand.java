package org.caucus.operator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.JobQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code caucus jobs}: what is to be done at a time, kind by kind, and what of it failed; having
 * that tried again, or giving it up.
 */
@Command(
    name = "jobs",
    aliases = "due",
    description =
        "Lists the kinds of jobs, how many are kept, due, failed and given up, and each that"
            + " failed: where, how often, and when it is tried again; --redrive has it tried at"
            + " once, --discard gives it up for good.",
    mixinStandardHelpOptions = true)
final class JobsCommand implements OperatorCommand {
  @Mixin DataOption data = new DataOption();

  @Option(names = "--redrive", description = "have what failed tried again, within a minute")
  boolean redrive;

  @Option(names = "--discard", description = "give up what failed: needs --id or --kind")
  boolean discard;

  @Option(names = "--kind", description = "only of this kind, as listed: digests")
  @Nullable String kind;

  @Option(names = "--workspace", description = "only in this workspace: its short name, or its id")
  @Nullable String workspace;

  @Option(names = "--id", description = "only the job of this id, as listed")
  @Nullable String id;

  @Override
  public int run(OperatorContext desk, Console console) {
    workspace = workspace == null ? null : desk.workspace(workspace).value();
    List<JobQueue> queues = JobKinds.queues(desk).stream().filter(this::isMeant).toList();
    if (redrive) {
      return all(queues, JobQueue::redrive, "will be tried again by a running server", console);
    }
    if (!discard) {
      return list(desk, queues, console);
    }
    if (id == null && kind == null) {
      console.note("Say what is to be given up: --id ID, or --kind KIND for all of a kind.");
      return NOT_DONE;
    }
    return all(mayBeGivenUp(queues, console), JobQueue::discard, "given up", console);
  }

  /** By its name, or by what it was called before: scripts may have kept that. */
  private boolean isMeant(JobQueue queue) {
    return kind == null || kind.equals(JobKinds.name(queue.kind())) || kind.equals(queue.kind());
  }

  /** Without those kinds of which none is; that is said where one was meant. */
  private List<JobQueue> mayBeGivenUp(List<JobQueue> queues, Console console) {
    List<JobQueue> given = new ArrayList<>();
    for (JobQueue queue : queues) {
      Optional<String> why = JobKinds.whyKept(queue.kind());
      if (why.isEmpty()) {
        given.add(queue);
      } else if (kind != null || failed(queue).findAny().isPresent()) {
        console.note(
            "Jobs of the kind %s are not given up: %s. Mend the cause, then: --redrive"
                .formatted(JobKinds.name(queue.kind()), why.get()));
      }
    }
    return given;
  }

  private Stream<FailedJob> failed(JobQueue queue) {
    return queue.failed().stream()
        .filter(job -> workspace == null || workspace.equals(job.workspace()))
        .filter(job -> id == null || id.equals(job.id()));
  }

  private int list(OperatorContext desk, List<JobQueue> queues, Console console) {
    Instant now = Instant.now();
    console.say("%-16s %8s %6s %7s %5s".formatted("kind", "kept", "due", "failed", "dead"));
    List<FailedJob> all = new ArrayList<>();
    for (JobQueue queue : queues) {
      List<FailedJob> failed = failed(queue).toList();
      all.addAll(failed);
      console.say(line(queue, queue.counts(now), failed).stripTrailing());
    }
    UnaryOperator<String> names = all.isEmpty() ? UnaryOperator.identity() : desk.names();
    all.forEach(job -> console.say(line(job, names)));
    console.say(
        all.isEmpty()
            ? "Nothing that was due failed."
            : all.size() + " failed. Mend the cause, then: --redrive");
    return DONE;
  }

  private static String line(JobQueue queue, JobQueue.Counts counts, List<FailedJob> failed) {
    return "%-16s %8d %6d %7d %5d  %s"
        .formatted(
            JobKinds.name(queue.kind()),
            counts.kept(),
            counts.due(),
            failed.size(),
            failed.stream().filter(FailedJob::dead).count(),
            JobKinds.describe(queue.kind()));
  }

  private static String line(FailedJob job, UnaryOperator<String> names) {
    return "%s of %s: due %s, failures in a row: %d (%s), %s, id %s"
        .formatted(
            JobKinds.name(job.kind()),
            job.workspace().isEmpty() ? "no workspace" : names.apply(job.workspace()),
            job.due(),
            job.failures(),
            job.error(),
            job.next().map(at -> "tried again " + at).orElse("not tried again by itself"),
            job.id());
  }

  private int all(List<JobQueue> queues, Change change, String what, Console console) {
    Instant now = Instant.now();
    long done = 0;
    for (JobQueue queue : queues) {
      done += failed(queue).toList().stream().filter(job -> change.on(queue, job, now)).count();
    }
    console.say(done + " " + what + "; list them again to see.");
    return done > 0 ? DONE : NOT_DONE;
  }

  /** What is done to a job that failed; whether it was. */
  @FunctionalInterface
  private interface Change {
    boolean on(JobQueue queue, FailedJob job, Instant now);
  }
}
