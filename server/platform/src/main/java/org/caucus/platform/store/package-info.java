/**
 * The database: one client for a real MongoDB and for the embedded server, spoken to by the same
 * wire protocol.
 *
 * <p>{@link org.caucus.platform.store.Mongo#open} takes the {@link
 * org.caucus.platform.store.MongoSettings}. With an address it connects to that server (majority
 * reads and writes). Without one it starts {@link org.caucus.platform.store.EmbeddedMongo}: a
 * MongoDB-wire server on one file in the data directory. Either way the rest of Caucus sees only
 * {@link org.caucus.platform.store.Documents}, a collection whose futures succeed when the change
 * is <em>durable</em>, and fail with a {@link org.caucus.platform.store.DatabaseException}.
 *
 * <p>The embedded server acknowledges before anything is on disk, so a write is followed by {@link
 * org.caucus.platform.store.GroupCommit}: one commit and sync of the file for everybody who waits
 * at that moment. {@link org.caucus.platform.store.embedded.EmbeddedBackend} keeps a commit from
 * falling into the middle of a change, and {@link
 * org.caucus.platform.store.embedded.RangedCollection} answers reads by {@code _id} from the
 * ordered file instead of looking at every document. {@link
 * org.caucus.platform.store.DirectoryLock} keeps a second process out. {@link
 * org.caucus.platform.store.BlockingCalls} turns the driver's calls, which block, into futures.
 *
 * <p>Not every server that speaks the protocol keeps what it says. {@link
 * org.caucus.platform.store.Mongo#tryOut} tries a real one before it is used ({@link
 * org.caucus.platform.store.ServerCapabilityCheck}), once for each of its versions.
 *
 * <p>Our use of MongoDB stays inside what the embedded server can do: unique {@code _id}, no
 * transactions, no text search.
 */
@NullMarked
package org.caucus.platform.store;

import org.jspecify.annotations.NullMarked;
