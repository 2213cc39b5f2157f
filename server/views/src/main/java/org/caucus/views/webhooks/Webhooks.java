package org.caucus.views.webhooks;

import java.time.InstantSource;
import java.util.List;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/**
 * Puts a call for each webhook that is to be told of an event; removes those of a seat that ends.
 */
public final class Webhooks implements Subscription {
  /** Its name among the followers. */
  public static final String NAME = "webhooks";

  private final CommandBus<Workspace> floor;
  private final WebhookStore book;
  private final InstantSource clock;

  /** The follower. */
  public Webhooks(CommandBus<Workspace> floor, WebhookStore book, InstantSource clock) {
    this.floor = floor;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    for (Event event : commit.events()) {
      if (event instanceof MemberEvent.SeatEnded ended) {
        book.without(workspace, ended.seat()).await();
      }
    }
    if (commit.events().stream().allMatch(e -> WebhookPayload.update(e).isEmpty())) {
      return;
    }
    List<Webhook> webhooks = book.of(workspace).await();
    if (webhooks.isEmpty()) {
      return;
    }
    Workspace state = WorkspaceAt.sequence(floor, workspace, commit.sequence());
    // also for one that is told no more: what it misses waits, and whose it is can have it sent
    webhooks.forEach(w -> put(state, commit, w));
  }

  private void put(Workspace state, Commit commit, Webhook webhook) {
    for (int i = 0; i < commit.events().size(); i++) {
      Event event = commit.events().get(i);
      String id = id(webhook.id(), commit, i);
      if (webhook.isBefore(commit)
          && WebhookPayload.of(state, commit, event, webhook.seat(), webhook.company(), "", id)
              .isPresent()) {
        WebhookDelivery ring =
            new WebhookDelivery(id, webhook.id(), state.id(), commit.sequence(), i, 0);
        book.put(ring, clock.instant()).await();
      }
    }
  }

  /**
   * The same however often it is told. The event's number is among those of its commit that are
   * told at all: anyone who knows the webhook and the commit can try out which it is, and what else
   * was done before it in that commit may be hidden (R8).
   */
  static String id(String webhook, Commit commit, int event) {
    long number =
        commit.events().subList(0, event).stream()
            .filter(e -> WebhookPayload.update(e).isPresent())
            .count();
    return "msg_" + Secrets.hash(webhook + "/" + commit.id() + "/" + number).substring(0, 40);
  }
}
