/**
 * Files that people add in the browser. A file comes piece by piece ({@link
 * org.caucus.coalition.entries.attachments.UploadRoutes}), each sealed as it arrives, so that a bad
 * line loses one piece and no memory holds a whole file. What it is its first bytes say ({@link
 * org.caucus.coalition.entries.attachments.FileKinds}), never its sender. Until an entry names it,
 * it is its seat's alone ({@link org.caucus.coalition.entries.attachments.Uploads}); from then on
 * it is the entry's, in the log, and read by the person who reads that ({@link
 * org.caucus.coalition.entries.attachments.FileDownloads}). So is what a draft names the draft's,
 * until it becomes an update with an entry, or is over.
 *
 * <p>{@link org.caucus.coalition.entries.attachments.UploadGc} takes away what neither took, and
 * bytes that a crash left without a record.
 */
@NullMarked
package org.caucus.coalition.entries.attachments;

import org.jspecify.annotations.NullMarked;
