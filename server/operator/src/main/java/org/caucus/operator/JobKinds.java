package org.caucus.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.messaging.delivery.OutboxQueue;
import org.caucus.operator.migration.lists.jobs.ImportQueue;
import org.caucus.platform.jobs.JobQueue;
import org.caucus.platform.jobs.JobStore;
import org.caucus.views.webhooks.WebhookStore;

/** The kinds of jobs there are. */
public final class JobKinds {
  /** The collection of each kind, by the name of the kind. */
  public static final Map<String, String> COLLECTIONS = collections();

  /** Kinds of which none is given up, and why. */
  private static final Map<String, String> KEPT =
      Map.of(
          "moment-dues", "the page would still promise the end of the embargo, or the reminder",
          "publications", "the page would still promise the update at its hour",
          "standings", "it would not be known any more what came back from the address");

  /** Kinds that a {@link JobStore} alone keeps, and what they are. */
  private static final Map<String, String> STORED = stored();

  private JobKinds() {}

  private static Map<String, String> stored() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("bursts", "notices that wait for more of the same");
    kinds.put("digests", "digests");
    kinds.put("weeklies", "weekly letters");
    kinds.put("moment-dues", "embargoes and reminders of actions");
    kinds.put("publications", "updates that are published at an hour");
    kinds.put("hold-dues", "reminders of held letters");
    kinds.put("standings", "addresses from which mail came back");
    return kinds;
  }

  private static Map<String, String> collections() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("outbox", "outbox");
    all.put("webhook-calls", "webhook-calls");
    all.put("imports", "import-dues");
    stored().keySet().forEach(kind -> all.put(kind, kind));
    return all;
  }

  /** What the jobs of a kind are; empty where its name says so. */
  static String describe(String kind) {
    return STORED.getOrDefault(kind, "");
  }

  /** Why none of this kind is given up; empty if one may be. */
  static Optional<String> whyKept(String kind) {
    return Optional.ofNullable(KEPT.get(kind));
  }

  /** All kinds, as the operator sees them. */
  static List<JobQueue> queues(OperatorContext desk) {
    List<JobQueue> queues = new ArrayList<>();
    queues.add(new OutboxQueue(desk.mongo(), desk.vault()));
    queues.add(new WebhookStore(desk.mongo(), desk.vault()).queue());
    queues.add(new ImportQueue(desk.mongo(), desk.vault(), () -> desk.log().workspaces().await()));
    STORED.keySet().forEach(k -> queues.add(JobStore.queue(desk.mongo(), desk.vault(), k)));
    return queues;
  }
}
