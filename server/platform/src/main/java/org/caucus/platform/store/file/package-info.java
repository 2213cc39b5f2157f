/**
 * The file of the embedded database, while nobody has it open: {@link
 * org.caucus.platform.store.file.StoreFile} makes it, and writes it anew so that nothing that was
 * deleted is left in it.
 */
@NullMarked
package org.caucus.platform.store.file;

import org.jspecify.annotations.NullMarked;
