/**
 * Views of a tracker that somebody saved: what is shown, in which order, and who finds it.
 *
 * <p>A {@link org.caucus.coalition.trackers.views.SavedView} has an audience like anything else:
 * one's own names oneself alone. It says how to look and shows nothing; what is seen through it is
 * asked of each reader. {@link org.caucus.coalition.trackers.views.SavedViews} are those of all
 * trackers, with the rules for saving; {@link org.caucus.coalition.trackers.views.ViewJson} is how
 * the API says it.
 */
@NullMarked
package org.caucus.coalition.trackers.views;

import org.jspecify.annotations.NullMarked;
