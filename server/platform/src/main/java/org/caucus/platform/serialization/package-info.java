/**
 * Records as few bytes, quickly read: what snapshots are written in. Not for keeping: the bytes
 * have no names and no versions, only the {@link org.caucus.platform.serialization.Schema} of the
 * types they were written from, and a reader that finds another {@link
 * org.caucus.platform.serialization.Schema#fingerprint} throws them away.
 *
 * <p>{@link org.caucus.platform.serialization.Packer} writes values one after the other and gives
 * them out in parts; {@link org.caucus.platform.serialization.Unpacker} reads the parts in order.
 * Short strings and small records that come again are written once, and are one object when they
 * are read.
 *
 * <p>A shape also knows where in its values there are texts that may lie outside the heap, and
 * takes the long ones there.
 */
@NullMarked
package org.caucus.platform.serialization;

import org.jspecify.annotations.NullMarked;
