package org.caucus.views.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.Message;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobQueue;
import org.jspecify.annotations.Nullable;

/** The calls of webhooks, as the operator sees them; how each failed is written at its webhook. */
final class WebhookCallQueue implements JobQueue {
  private final WebhookStore book;

  WebhookCallQueue(WebhookStore book) {
    this.book = book;
  }

  @Override
  public String kind() {
    return book.calls().kind();
  }

  @Override
  public Counts counts(Instant now) {
    return book.calls().counts(now);
  }

  @Override
  public List<FailedJob> failed() {
    return book.calls().select(call -> isFailed(call), LIMIT).stream().map(this::failed).toList();
  }

  private static boolean isFailed(Job<WebhookDelivery> call) {
    return call.what().tries() > 0 || call.due().isEmpty();
  }

  private static String why(@Nullable Webhook webhook) {
    if (webhook == null) {
      return "the webhook was removed";
    }
    Message failed = webhook.failed();
    return failed == null ? "it got no answer yet" : failed.english();
  }

  private FailedJob failed(Job<WebhookDelivery> call) {
    Webhook webhook = book.find(call.what().webhook()).await().orElse(null);
    return new FailedJob(
        kind(),
        call.id(),
        call.what().workspace().value(),
        call.what().tries(),
        call.due().orElse(Instant.EPOCH),
        call.due(),
        call.due().isEmpty(),
        why(webhook));
  }

  @Override
  public boolean redrive(FailedJob job, Instant now) {
    Optional<Job<WebhookDelivery>> call = book.calls().find(job.id()).await();
    return call.isPresent()
        && isFailed(call.get())
        && book.revive(call.get().what().webhook(), job.id(), now).await();
  }

  @Override
  public boolean discard(FailedJob job, Instant now) {
    Optional<Job<WebhookDelivery>> call = book.calls().find(job.id()).await();
    call.ifPresent(found -> book.bury(found.what().webhook(), job.id()).await());
    return call.isPresent();
  }
}
