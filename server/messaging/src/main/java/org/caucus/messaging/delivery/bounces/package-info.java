/**
 * Mail that comes back, and what follows from it.
 *
 * <p>The policy, in full. Every letter has a return path of its own ({@link
 * org.caucus.messaging.delivery.Verp}), so whatever arrives there is about one recipient of one
 * letter, and nobody needs to be guessed from its text. {@link
 * org.caucus.messaging.delivery.bounces.BounceProcessor} reads why it came back ({@link
 * org.caucus.mail.dsn.Bounce}) and notes it in the {@link
 * org.caucus.messaging.delivery.bounces.AddressHealth} of the address: reason first, score second.
 * Only a dead address counts; spam, policy, size, content, virus, rate, delay and answering
 * machines are noted and never count. The standing is of the address, in whatever workspaces it is
 * used, and a new address begins anew.
 *
 * <p>After {@link org.caucus.messaging.delivery.bounces.AddressHealth#DAYS_TO_DOUBT} days with a
 * counted return, {@link org.caucus.messaging.delivery.bounces.BounceProbes} writes to the address
 * up to {@link org.caucus.messaging.delivery.bounces.AddressHealth#PROBES} times, three days apart.
 * A probe that does not come back clears the address. When the last one has come back too, mail to
 * it is suspended, not removed: in each of the person's workspaces that is an event, which
 * convenors are told of; the person is told at their other addresses ({@link
 * org.caucus.messaging.delivery.bounces.SuspensionMail}), and can let it begin again ({@link
 * org.caucus.messaging.delivery.bounces.MailTroubleRoutes}).
 *
 * <p>A complaint (RFC 5965) stops mail to the seat it came from at once, quietly, with a letter by
 * whose link it can be begun again for seven days, and by its choices in the browser ever after.
 * Words such as "no longer works here" are shown to convenors as a hint to hand the seat over. No
 * text of a returned letter reaches any list or any member.
 */
@NullMarked
package org.caucus.messaging.delivery.bounces;

import org.jspecify.annotations.NullMarked;
