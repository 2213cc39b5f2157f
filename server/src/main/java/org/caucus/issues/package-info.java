/**
 * Trackers and their issues.
 *
 * <p>{@link org.caucus.issues.IssueDecider} decides, {@link org.caucus.issues.Issues} is the state,
 * {@link org.caucus.issues.IssueRoutes} answers the browser, {@link
 * org.caucus.issues.IssuePresenter} shows. {@link org.caucus.issues.IssueLabels} numbers issues so
 * that a gap never tells of a hidden one.
 */
@NullMarked
package org.caucus.issues;

import org.jspecify.annotations.NullMarked;
