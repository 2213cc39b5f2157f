/**
 * Mail in: from the octets of a letter to a command.
 *
 * <p>At RCPT TO {@link org.caucus.messaging.inbound.InboundRecipients} says which addresses exist;
 * {@link org.caucus.messaging.inbound.Destinations} knows what each belongs to. {@link
 * org.caucus.messaging.inbound.Inbox} keeps the letter, once per workspace it goes to, before the
 * peer is told 250, and rings the {@link org.caucus.messaging.inbound.InboundProcessor}. That one
 * has a lane per workspace, which brings each letter through the {@link
 * org.caucus.messaging.inbound.pipeline.steps.PostingSteps} and puts the command its verdict means.
 *
 * <p>Delivery policy. A letter is in the inbox until its end is durable in the workspace's log:
 * posted, held, refused or dropped. Each end is a command with a key made of the letter and its
 * address, so a letter that is processed again after a crash ends once. Letters of one workspace
 * are put in the order they came, many at a time; large ones, and those of strangers, each behind
 * the others of their kind; one that answers or repeats another waits for it. One that fails is
 * tried again later and blocks nobody; after {@link
 * org.caucus.messaging.inbound.InboundProcessor#MAX_TRIES} failures a convenor is asked, and if
 * even that cannot be, it moves to the {@link org.caucus.messaging.inbound.OperatorMailbox}, where
 * the operator finds it.
 */
@NullMarked
package org.caucus.messaging.inbound;

import org.jspecify.annotations.NullMarked;
