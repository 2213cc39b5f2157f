/**
 * Files that people add in the browser. A file comes piece by piece ({@link
 * org.caucus.files.UploadRoutes}), each sealed as it arrives, so that a bad line loses one piece
 * and no memory holds a whole file. What it is its first bytes say ({@link
 * org.caucus.files.FileKinds}), never its sender. Until an entry names it, it is its seat's alone
 * ({@link org.caucus.files.Uploads}); from then on it is the entry's, in the log, and read by the
 * person who reads that ({@link org.caucus.files.FileDownloads}). So is what a draft names the
 * draft's, until it becomes an update with an entry, or is over.
 *
 * <p>{@link org.caucus.files.UploadGc} takes away what neither took, and bytes that a crash left
 * without a record.
 */
@NullMarked
package org.caucus.files;

import org.jspecify.annotations.NullMarked;
