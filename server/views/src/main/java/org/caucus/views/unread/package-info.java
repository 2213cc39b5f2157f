/**
 * What one seat has not read yet, and what it has read.
 *
 * <p>{@link org.caucus.views.unread.PostIndex} keeps what was said in a workspace in the order of
 * its log, by conversation; {@link org.caucus.views.unread.PostIndexes} those of the workspaces
 * that were asked for lately. {@link org.caucus.views.unread.ReadMarks} says how far a seat has
 * read in which conversation: marks commute, so that tabs and devices agree in whatever order
 * theirs come. {@link org.caucus.views.unread.ReadMarksStore} keeps them beside the log, under the
 * key of the workspace: they are nobody else's matter and in no export. {@link
 * org.caucus.views.unread.UnreadPosts} finds what is left, as far as the seat can read it now,
 * {@link org.caucus.views.unread.UnreadRoutes} shows that and takes marks; open streams of the same
 * seat, and no others, are told when its marks change.
 */
@NullMarked
package org.caucus.views.unread;

import org.jspecify.annotations.NullMarked;
