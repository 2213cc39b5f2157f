/**
 * Mail on its way out: what is put here is delivered, or somebody is told that it was not.
 *
 * <p>The policy, in full. Anyone who has something to send puts a {@link
 * org.caucus.messaging.delivery.DeliveryBatch} into the {@link
 * org.caucus.messaging.delivery.Outbox}: an id derived from what caused it, so that putting it
 * again changes nothing, the name of a {@link org.caucus.messaging.delivery.Composer}, references
 * instead of words, and up to 50 recipients. {@link org.caucus.messaging.delivery.DeliveryWorker}
 * takes parcels that are due; a {@link org.caucus.messaging.delivery.DeliveryAttempt} claims one
 * for a minute at a time, asks the composer for each recipient's letter at the moment of sending,
 * and hands it to the {@link org.caucus.messaging.delivery.Smarthost}. What became of each
 * recipient is a {@link org.caucus.messaging.delivery.DeliveryOutcome}.
 *
 * <p>A letter that is refused for now is tried again after the delays of {@link
 * org.caucus.messaging.delivery.Backoff}, per recipient, for five days. A refusal with 5xx is
 * final. When the smarthost cannot be reached, the rest of the parcel waits with the recipient that
 * noticed. A composer that finds that a recipient may not read it any more gives nothing, and the
 * recipient is withheld.
 *
 * <p>Where some domains have a host of their own ({@link org.caucus.mail.smtp.routes.SmtpRoutes}),
 * what leaves by that is handed to its {@link org.caucus.messaging.delivery.RouteQueue}, with a
 * queue, threads and connections of its own, and written anew there. A host that cannot be reached
 * is not asked again for as long as a letter waits after its first try; what is for it waits by the
 * same delays as anything else, and nobody else for it.
 *
 * <p>Results are written when a run ends, and every 20 seconds while it lasts. A process that dies
 * in the middle leaves a claim that runs out within a minute; what it had sent since the last write
 * is sent again, so at most one run of one parcel per worker: {@link
 * org.caucus.messaging.delivery.DeliveryWorker#WINDOW} letters. What a node puts for itself with
 * {@link org.caucus.messaging.delivery.Outbox#putAll} it holds from the beginning, so that it need
 * not be read and claimed; to a successor it is like all else that was being carried. Parcels that
 * are done go to the ledger, where {@link org.caucus.messaging.delivery.Verp} return paths find
 * them.
 *
 * <p>What Caucus writes itself is a {@link org.caucus.messaging.delivery.Composition}, sent by the
 * Vert.x Mail Client; what a member wrote goes out byte for byte. This package knows no product
 * feature, and logs ids, counts and codes.
 */
@NullMarked
package org.caucus.messaging.delivery;

import org.jspecify.annotations.NullMarked;
