/**
 * What the embedded server's documents lie in: a collection is one ordered map of the store, from
 * {@code _id} to BSON.
 *
 * <p>{@link org.caucus.platform.store.embedded.EmbeddedBackend} keeps a commit from falling into
 * the middle of a request; {@link org.caucus.platform.store.embedded.RangedCollection} answers
 * reads by {@code _id} from the ordered map instead of looking at every document; {@link
 * org.caucus.platform.store.embedded.DueWindow} knows those that are due soonest; {@link
 * org.caucus.platform.store.embedded.CursorRemainder} is what is left of an answer that is too long
 * for one batch; {@link org.caucus.platform.store.embedded.IdIndex} needs no map of its own; {@link
 * org.caucus.platform.store.embedded.DocumentType} writes documents as they come over the wire.
 */
@NullMarked
package org.caucus.platform.store.embedded;

import org.jspecify.annotations.NullMarked;
