/**
 * One library of all files that hang on what people said, as far as one seat can read that now.
 *
 * <p>{@link org.caucus.views.files.FileIndex} keeps which entries have files, in the order of the
 * log, and knows nothing of readers; {@link org.caucus.views.files.FileIndexes} those of the
 * workspaces that were asked for lately. {@link org.caucus.views.files.FileLibrary} asks {@code
 * canRead} of each entry each time, so what is narrowed, deleted or not there yet is in no row, no
 * count and no size. Files of one name under one thing are versions of each other. {@link
 * org.caucus.views.files.FilesRoutes} shows that.
 */
@NullMarked
package org.caucus.views.files;

import org.jspecify.annotations.NullMarked;
