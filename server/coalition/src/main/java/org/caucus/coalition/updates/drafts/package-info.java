/**
 * Updates before they are published: those that a second liaison has to see, and those that wait
 * for their hour.
 *
 * <p>A {@link org.caucus.coalition.updates.drafts.Draft} is its company's own matter; what becomes
 * public is a new update with a name of its own, so nothing of how it came about is to be seen by
 * others. {@link org.caucus.coalition.updates.drafts.DraftDecider} decides, {@link
 * org.caucus.coalition.updates.drafts.Drafts} is the state, {@link
 * org.caucus.coalition.updates.drafts.DraftRoutes} answers the browser.
 */
@NullMarked
package org.caucus.coalition.updates.drafts;

import org.jspecify.annotations.NullMarked;
