package org.caucus.views.webhooks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.jobs.JobType;

/**
 * One event to be told to one webhook; without a word of it, which is asked for when it is told.
 *
 * @param id of the webhook, the commit and the event in it: the same however often it is put
 * @param tries how often it was tried
 */
record WebhookDelivery(
    String id, String webhook, WorkspaceId workspace, long sequence, int event, int tries) {
  /** Calls as jobs. */
  static final JobType<WebhookDelivery> JOBS =
      new JobType<>(
          "webhook-calls",
          WebhookDelivery::write,
          WebhookDelivery::read,
          call -> call.workspace().value());

  WebhookDelivery tried() {
    return new WebhookDelivery(id, webhook, workspace, sequence, event, tries + 1);
  }

  WebhookDelivery anew() {
    return new WebhookDelivery(id, webhook, workspace, sequence, event, 0);
  }

  byte[] write() {
    return new JsonObject()
        .put("id", id)
        .put("webhook", webhook)
        .put("workspace", workspace.value())
        .put("sequence", sequence)
        .put("event", event)
        .put("tries", tries)
        .toBuffer()
        .getBytes();
  }

  static WebhookDelivery read(byte[] plain) {
    JsonObject json = new JsonObject(Buffer.buffer(plain));
    return new WebhookDelivery(
        json.getString("id"),
        json.getString("webhook"),
        new WorkspaceId(json.getString("workspace")),
        json.getLong("sequence"),
        json.getInteger("event"),
        json.getInteger("tries"));
  }
}
