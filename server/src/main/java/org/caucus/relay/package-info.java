/**
 * Posts in threads, on their way to everyone who may read them by mail.
 *
 * <p>The follower {@link org.caucus.relay.ListDistributor} puts parcels for every new entry of a
 * thread, batched by {@link org.caucus.relay.RecipientBatches} so that reading the log again makes
 * the same ones. At the moment of sending {@link org.caucus.relay.PostComposer} asks once more
 * whether the seat may read the entry, and where it takes its mail ({@link
 * org.caucus.relay.SeatAddresses}).
 *
 * <p>What came as a letter leaves as that letter ({@link org.caucus.relay.LetterPost}): fields are
 * added and replaced above it, the body is the same bytes, signatures survive. What was written in
 * the browser becomes a letter ({@link org.caucus.relay.WebPost}). {@link
 * org.caucus.relay.ListHeaders} are the fields both get, {@link org.caucus.relay.Threading} keeps
 * identifiers of what the recipient may not read out of them, and {@link
 * org.caucus.relay.Unsubscribe} makes the addresses that stop it. {@link org.caucus.relay.Site} is
 * where this server is, {@link org.caucus.relay.BatchState} the state no older than a commit.
 */
@NullMarked
package org.caucus.relay;

import org.jspecify.annotations.NullMarked;
