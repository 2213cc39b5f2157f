/**
 * Company updates told to other programs, as they happen.
 *
 * <p>A {@link org.caucus.webhooks.Webhook} belongs to a seat and is told what that seat may read,
 * no more. {@link org.caucus.webhooks.Webhooks} follows the log and puts a {@link
 * org.caucus.webhooks.WebhookDelivery} for each; {@link org.caucus.webhooks.WebhookWorker} makes
 * the calls that are due. What is told is asked for and made at the moment of calling: {@link
 * org.caucus.webhooks.WebhookPayload}, a CloudEvent 1.0, signed by {@link
 * org.caucus.webhooks.WebhookSignature} as Standard Webhooks do. A call that fails is made again,
 * ever later, and in the end is a dead letter that its seat sees and can send again. {@link
 * org.caucus.webhooks.WebhookClient} reaches public addresses only and follows nobody elsewhere.
 */
@NullMarked
package org.caucus.webhooks;

import org.jspecify.annotations.NullMarked;
