/**
 * Trackers and their issues.
 *
 * <p>{@link org.caucus.coalition.trackers.IssueDecider} decides, {@link
 * org.caucus.coalition.trackers.Issues} is the state, {@link
 * org.caucus.coalition.trackers.IssueRoutes} answers the browser, {@link
 * org.caucus.coalition.trackers.IssuePresenter} shows. {@link
 * org.caucus.coalition.trackers.IssueLabels} numbers issues so that a gap never tells of a hidden
 * one.
 */
@NullMarked
package org.caucus.coalition.trackers;

import org.jspecify.annotations.NullMarked;
