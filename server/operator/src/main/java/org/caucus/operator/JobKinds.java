package org.caucus.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.messaging.delivery.OutboxQueue;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.operator.migration.lists.jobs.ImportQueue;
import org.caucus.platform.jobs.JobQueue;
import org.caucus.platform.jobs.JobStore;
import org.caucus.views.webhooks.WebhookStore;

/** The kinds of jobs there are. */
public final class JobKinds {
  /**
   * A kind that a {@link JobStore} alone keeps.
   *
   * @param name what operators call it
   * @param collection where it is kept; what it was called before
   * @param about what its jobs are
   * @param kept why none is given up; empty if one may be
   */
  private record Stored(String name, String collection, String about, String kept) {}

  private static final List<Stored> STORED =
      List.of(
          new Stored("notifications", "bursts", "notices that wait for more of the same", ""),
          new Stored("digests", "digests", "digests of lists", ""),
          new Stored("weekly-letters", "weeklies", "weekly letters", ""),
          new Stored(
              "action-reminders",
              "moment-dues",
              "embargoes and reminders of actions",
              "the page would still promise the end of the embargo, or the reminder"),
          new Stored(
              "publications",
              "publications",
              "updates that are published at an hour",
              "the page would still promise the update at its hour"),
          new Stored(
              "polls",
              "poll-dues",
              "the ends of polls, reminders and days of review",
              "the page would still promise the end of the poll"),
          new Stored(
              "reviews",
              "review-dues",
              "the openings and ends of reviews, and reminders",
              "the page would still promise the opening or the end of the review"),
          new Stored(
              "invitation-reminders",
              "invitation-dues",
              "reminders of invitations",
              "the page would still promise the reminder"),
          new Stored("pushes", "pushes", "notifications that wait for a device", ""),
          new Stored("held-letters", "hold-dues", "reminders of held letters", ""),
          new Stored(
              "bounce-probes",
              "standings",
              "addresses from which mail came back",
              "it would not be known any more what came back from the address"));

  /** The collection of each kind, by the name of the kind. */
  public static final Map<String, String> COLLECTIONS = collections();

  private JobKinds() {}

  private static Map<String, String> collections() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("outbox", "outbox");
    all.put("webhook-calls", "webhook-calls");
    all.put("imports", "import-dues");
    STORED.forEach(kind -> all.put(kind.name(), kind.collection()));
    return all;
  }

  private static Optional<Stored> stored(String kind) {
    return STORED.stream().filter(one -> one.collection().equals(kind)).findFirst();
  }

  /** What operators call the jobs of a queue. */
  public static String name(String kind) {
    return stored(kind).map(Stored::name).orElse(kind);
  }

  /** What the jobs of a queue are; empty where its name says so. */
  static String describe(String kind) {
    return stored(kind).map(Stored::about).orElse("");
  }

  /** Why none of a queue is given up; empty if one may be. */
  static Optional<String> whyKept(String kind) {
    return stored(kind).map(Stored::kept).filter(why -> !why.isEmpty());
  }

  /** All kinds, as the operator sees them. */
  public static List<JobQueue> queues(OperatorContext desk) {
    List<JobQueue> queues = new ArrayList<>();
    queues.add(new OutboxQueue(desk.mongo(), desk.vault()));
    queues.add(new WebhookStore(desk.mongo(), desk.vault()).queue());
    queues.add(new ImportQueue(desk.mongo(), desk.vault(), () -> desk.log().workspaces().await()));
    STORED.forEach(
        kind -> queues.add(JobStore.queue(desk.mongo(), desk.vault(), kind.collection())));
    return queues;
  }
}
