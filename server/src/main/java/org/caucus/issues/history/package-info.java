/**
 * What became of an issue, change by change: {@link org.caucus.issues.history.IssueChanges} reads
 * it from the log as far as somebody may know of it, with the words before and after each change.
 */
@NullMarked
package org.caucus.issues.history;

import org.jspecify.annotations.NullMarked;
