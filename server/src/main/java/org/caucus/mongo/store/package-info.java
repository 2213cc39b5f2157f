/**
 * The file of the embedded database, while nobody has it open: {@link
 * org.caucus.mongo.store.StoreFile} makes it, and writes it anew so that nothing that was deleted
 * is left in it.
 */
@NullMarked
package org.caucus.mongo.store;

import org.jspecify.annotations.NullMarked;
