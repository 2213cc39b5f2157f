/**
 * Company updates told to other programs, as they happen.
 *
 * <p>A {@link org.caucus.views.webhooks.Webhook} belongs to a seat and is told what that seat may
 * read, no more. {@link org.caucus.views.webhooks.Webhooks} follows the log and puts a {@link
 * org.caucus.views.webhooks.WebhookDelivery} for each; {@link
 * org.caucus.views.webhooks.WebhookWorker} makes the calls that are due. What is told is asked for
 * and made at the moment of calling: {@link org.caucus.views.webhooks.WebhookPayload}, a CloudEvent
 * 1.0, signed by {@link org.caucus.views.webhooks.WebhookSignature} as Standard Webhooks do. A call
 * that fails is made again, ever later, and in the end is a dead letter that its seat sees and can
 * send again. {@link org.caucus.views.webhooks.WebhookClient} reaches public addresses only and
 * follows nobody elsewhere.
 */
@NullMarked
package org.caucus.views.webhooks;

import org.jspecify.annotations.NullMarked;
