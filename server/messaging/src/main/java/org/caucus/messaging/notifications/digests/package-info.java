/**
 * Many posts in one letter, for those who want it so.
 *
 * <p>The follower {@link org.caucus.messaging.notifications.digests.Digests} notes for each such
 * seat and list from which commit to which posts have gathered; {@link
 * org.caucus.messaging.notifications.digests.PendingDigests} keeps these notes, and nothing of the
 * posts. {@link org.caucus.messaging.notifications.digests.DigestClock} has them sent, in the
 * morning where the member is, or when there are many. {@link
 * org.caucus.messaging.notifications.digests.DigestPosts} reads from the log which posts that are,
 * at the moment of sending and for that seat, and {@link
 * org.caucus.messaging.notifications.digests.DigestComposer} writes them, plain, whole or as a
 * summary.
 */
@NullMarked
package org.caucus.messaging.notifications.digests;

import org.jspecify.annotations.NullMarked;
