/**
 * Posts in threads, on their way to everyone who may read them by mail.
 *
 * <p>The follower {@link org.caucus.messaging.distribution.ListDistributor} puts parcels for every
 * new entry of a thread, batched by {@link
 * org.caucus.messaging.distribution.recipients.RecipientBatches} so that reading the log again
 * makes the same ones. At the moment of sending {@link
 * org.caucus.messaging.distribution.PostComposer} asks once more whether the seat may read the
 * entry, and where it takes its mail ({@link
 * org.caucus.messaging.distribution.recipients.SeatAddresses}).
 *
 * <p>What came as a letter leaves as that letter ({@link
 * org.caucus.messaging.distribution.rendering.LetterPost}): fields are added and replaced above it,
 * the body is the same bytes, signatures survive. What was written in the browser becomes a letter
 * ({@link org.caucus.messaging.distribution.rendering.WebPost}). {@link
 * org.caucus.messaging.distribution.headers.ListHeaders} are the fields both get, {@link
 * org.caucus.messaging.distribution.headers.Threading} keeps identifiers of what the recipient may
 * not read out of them, and {@link org.caucus.messaging.distribution.headers.Unsubscribe} makes the
 * addresses that stop it. {@link org.caucus.messaging.distribution.headers.Site} is where this
 * server is, {@link org.caucus.messaging.distribution.recipients.BatchState} the state no older
 * than a commit. {@link org.caucus.messaging.distribution.headers.SystemMail} is any letter that
 * this server writes itself.
 */
@NullMarked
package org.caucus.messaging.distribution;

import org.jspecify.annotations.NullMarked;
