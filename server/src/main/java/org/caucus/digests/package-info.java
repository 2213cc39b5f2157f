/**
 * Many posts in one letter, for those who want it so.
 *
 * <p>The follower {@link org.caucus.digests.Digests} notes for each such seat and list from which
 * commit to which posts have gathered; {@link org.caucus.digests.PendingDigests} keeps these notes,
 * and nothing of the posts. {@link org.caucus.digests.DigestClock} has them sent, in the morning
 * where the member is, or when there are many. {@link org.caucus.digests.DigestPosts} reads from
 * the log which posts that are, at the moment of sending and for that seat, and {@link
 * org.caucus.digests.DigestComposer} writes them, plain, whole or as a summary.
 */
@NullMarked
package org.caucus.digests;

import org.jspecify.annotations.NullMarked;
