package org.caucus.operator.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.messaging.delivery.QueuedLetter;
import org.caucus.operator.JobKinds;
import org.caucus.operator.queue.QueueWork;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.JobQueue;

/** What the buttons of operators do; each is noted before it is done. */
final class AdminWork {
  private final AdminParts parts;

  AdminWork(AdminParts parts) {
    this.parts = parts;
  }

  /** What was filled in. */
  @FunctionalInterface
  interface Form {
    /** Empty if there is no such field. */
    String field(String name);
  }

  /**
   * Letters to one destination, as {@code caucus queue} does it.
   *
   * @return the page that says what came of it; empty if there is no such act
   */
  Optional<String> queue(Form form, String operator) {
    Optional<MailQueue.Act> act = act(form.field("act"));
    String destination = form.field("destination");
    String reason = form.field("reason");
    if (act.isEmpty()) {
      return Optional.empty();
    }
    if (act.get() == MailQueue.Act.PURGE
        && (!QueueWork.isReason(reason) || !form.field("sure").equals("yes"))) {
      return Optional.of("/queue?said=reason");
    }
    parts.acts().note(operator, "queue." + form.field("act"), named(destination));
    Predicate<QueuedLetter> meant = letter -> letter.destination().equals(destination);
    QueueWork.Done done = QueueWork.everywhere(parts.desk(), meant, act.get(), reason);
    return Optional.of(
        "/queue?said=%s&done=%d&sending=%d&unfit=%d"
            .formatted(
                form.field("act"),
                done.changes().done(),
                done.changes().sending(),
                done.changes().unfit()));
  }

  private static String named(String destination) {
    return destination.isEmpty() ? "-" : destination;
  }

  private static Optional<MailQueue.Act> act(String name) {
    return switch (name) {
      case "retry" -> Optional.of(MailQueue.Act.RETRY);
      case "hold" -> Optional.of(MailQueue.Act.HOLD);
      case "release" -> Optional.of(MailQueue.Act.RELEASE);
      case "purge" -> Optional.of(MailQueue.Act.PURGE);
      default -> Optional.empty();
    };
  }

  /** Failed jobs of a kind are tried again, as {@code caucus jobs --redrive} does it. */
  Optional<String> jobs(Form form, String operator) {
    String kind = form.field("kind");
    List<JobQueue> queues =
        JobKinds.queues(parts.desk()).stream()
            .filter(queue -> JobKinds.name(queue.kind()).equals(kind))
            .toList();
    if (queues.isEmpty()) {
      return Optional.empty();
    }
    parts.acts().note(operator, "jobs.redrive", kind);
    long done = 0;
    for (JobQueue queue : queues) {
      for (FailedJob job : queue.failed()) {
        done += queue.redrive(job, parts.clock().instant()) ? 1 : 0;
      }
    }
    return Optional.of("/jobs?said=redrive&done=" + done);
  }
}
