package org.caucus.views.webhooks;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.platform.ratelimit.ConcurrencySlots;
import org.caucus.platform.store.DatabaseException;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the calls that are due: each on a thread of its own, and no more of one webhook or
 * workspace at a time than its share, so that servers that answer slowly keep no other from its
 * turn. Any node may; a call is taken before it is made.
 */
public final class WebhookWorker {
  /** How often it is looked. */
  static final Duration PERIOD = Duration.ofSeconds(2);

  /** Calls made at a time on a node; the others wait for the next look. */
  static final int AT_ONCE = 256;

  /** Of these to the webhooks of one workspace. */
  static final int OF_WORKSPACE = 16;

  /** Of these to one webhook. */
  static final int OF_WEBHOOK = 4;

  /** Calls looked at in one go. */
  private static final int LOOKED_AT = 500;

  /** What is beyond a share waits so long, out of the way of others. */
  static final Duration ASIDE = Duration.ofSeconds(3);

  /** A call that was taken is free again after this: its node died. */
  static final Duration TAKEN = Duration.ofMinutes(2);

  /** Time to the next try, after each that failed; then it is a dead letter. About three days. */
  static final List<Duration> RETRY_DELAYS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(24),
          Duration.ofHours(36));

  private static final String ALL = "";

  private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);

  private final CommandBus<Workspace> floor;
  private final WebhookStore book;
  private final WebhookClient line;
  private final String baseUrl;
  private final InstantSource clock;
  private final ConcurrencySlots under = new ConcurrencySlots();
  private final Owners owners;

  /** Tells those whose webhooks are called. */
  @FunctionalInterface
  public interface Owners {
    /**
     * Says once that something could not be told to a program of theirs; succeeds when that is
     * durable.
     *
     * @param turn the same however often it is said, another after it was sent again
     * @param kept whether it waits until they have it sent again; else it was let go
     */
    Future<?> say(WorkspaceId workspace, SeatId seat, String turn, boolean kept);
  }

  /**
   * The caller.
   *
   * @param baseUrl of the pages, without a slash at the end
   */
  public WebhookWorker(
      CommandBus<Workspace> floor,
      WebhookStore book,
      WebhookClient line,
      String baseUrl,
      Owners owners,
      InstantSource clock) {
    this.floor = floor;
    this.book = book;
    this.line = line;
    this.baseUrl = baseUrl;
    this.owners = owners;
    this.clock = clock;
  }

  /** The clock that has them made. */
  public JobScheduler clock() {
    return new JobScheduler("webhooks", PERIOD, this::look, clock);
  }

  private void look(Instant now) {
    boolean more = true;
    while (more) {
      List<Job<WebhookDelivery>> due = book.calls().due(now, LOOKED_AT).await();
      long aside = due.stream().filter(this::begin).count();
      more = due.size() == LOOKED_AT && aside > 0;
    }
  }

  /** Begins it, if it is its turn; whether it was put aside. */
  private boolean begin(Job<WebhookDelivery> call) {
    String workspace = call.what().workspace().value();
    String webhook = call.what().webhook();
    if (!under.take(Map.of(workspace, OF_WORKSPACE, webhook, OF_WEBHOOK))) {
      return book.calls().replace(call, call.at(clock.instant().plus(ASIDE))).await();
    }
    if (!under.take(Map.of(ALL, AT_ONCE))) {
      under.giveBack(List.of(workspace, webhook));
      return false;
    }
    Thread.startVirtualThread(
        () -> {
          try {
            see(call);
          } finally {
            under.giveBack(List.of(ALL, workspace, webhook));
          }
        });
    return false;
  }

  /** One that fails waits and keeps no other. */
  private void see(Job<WebhookDelivery> call) {
    try {
      Instant until = clock.instant().plus(TAKEN);
      Optional<Job<WebhookDelivery>> taken =
          book.calls().claim(call, call.what().tried(), until).await();
      if (taken.isPresent()) {
        make(taken.get());
      }
    } catch (LogException.UnknownWorkspace e) {
      book.done(call.what()).await();
    } catch (DatabaseException | LogException | IllegalStateException e) {
      LOG.warn("a webhook waits: {}", e.getClass().getSimpleName());
    }
  }

  private void make(Job<WebhookDelivery> call) {
    Webhook webhook = book.find(call.what().webhook()).await().orElse(null);
    JsonObject told = webhook == null ? null : told(call, webhook);
    if (webhook == null || told == null) {
      // removed, or not its seat's to know any more
      book.done(call.what()).await();
      return;
    }
    if (webhook.stopped() != null) {
      die(call); // until its seat says that it is to be told again
      return;
    }
    Buffer body = told.toBuffer();
    switch (line.call(URI.create(webhook.url()), headers(webhook, call.what(), body), body)) {
      case WebhookClient.Outcome.Taken taken -> {
        book.done(call.what()).await();
        if (webhook.failed() != null) {
          book.change(webhook.id(), now -> now.now(now.stopped(), null)).await();
        }
      }
      case WebhookClient.Outcome.Failed failed -> failed(call, webhook, failed);
    }
  }

  private @Nullable JsonObject told(Job<WebhookDelivery> call, Webhook webhook) {
    // anyone who put it may have been ahead of this node
    Workspace state = WorkspaceAt.sequence(floor, webhook.workspace(), call.what().sequence());
    Commit commit = state.history().get(Math.toIntExact(call.what().sequence() - 1));
    String source = baseUrl + "/w/" + state.members().slug();
    return WebhookPayload.of(
            state,
            commit,
            commit.events().get(call.what().event()),
            webhook.seat(),
            webhook.company(),
            source,
            call.what().id())
        .orElse(null);
  }

  private Map<String, String> headers(Webhook webhook, WebhookDelivery ring, Buffer body) {
    Instant now = clock.instant();
    return Map.of(
        "content-type",
        WebhookPayload.TYPE,
        "user-agent",
        "Caucus",
        "webhook-id",
        ring.id(),
        "webhook-timestamp",
        Long.toString(now.getEpochSecond()),
        "webhook-signature",
        WebhookSignature.of(
            webhook.secrets(now), ring.id(), now.getEpochSecond(), body.getBytes()));
  }

  private void failed(
      Job<WebhookDelivery> call, Webhook webhook, WebhookClient.Outcome.Failed failed) {
    Message why = failed.gone() ? failed.why() : null;
    book.change(
            webhook.id(),
            // another call may have heard meanwhile that it wants no more
            now -> now.now(now.stopped() == null ? why : now.stopped(), failed.why()))
        .await();
    int tries = call.what().tries();
    if (failed.gone() || tries > RETRY_DELAYS.size()) {
      die(call);
    } else {
      Instant next = clock.instant().plus(RETRY_DELAYS.get(tries - 1));
      boolean unused = book.calls().replace(call, call.at(next)).await();
    }
  }

  /**
   * Whose it is learns of it: of the first that waits, and of the first that cannot. Before it is
   * put away: what is tried no more would not be told another time.
   */
  private void die(Job<WebhookDelivery> call) {
    tell(call, book.hasRoom(call.what()).await());
    book.die(call).await();
  }

  private void tell(Job<WebhookDelivery> call, boolean waits) {
    Webhook.Said what = waits ? Webhook.Said.WAITS : Webhook.Said.LET_GO;
    Webhook webhook = book.find(call.what().webhook()).await().orElse(null);
    if (webhook != null && webhook.isNews(what)) {
      String turn = webhook.id() + "/" + webhook.trouble().turn();
      owners.say(webhook.workspace(), webhook.seat(), turn, waits).await();
      book.change(webhook.id(), now -> now.saying(what)).await();
    }
  }
}
