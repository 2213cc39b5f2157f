/**
 * What became of an issue, change by change: {@link org.caucus.views.history.IssueChanges} reads it
 * from the log as far as somebody may know of it, with the words before and after each change.
 */
@NullMarked
package org.caucus.views.history;

import org.jspecify.annotations.NullMarked;
