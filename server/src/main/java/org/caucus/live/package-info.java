/**
 * What browsers see as it happens.
 *
 * <p>A {@link org.caucus.live.Watcher} is one open stream with the position it has reached; {@link
 * org.caucus.live.Watchers} holds them all on one event loop, hears the bell and lets each read on.
 * A {@link org.caucus.live.Frames} renders one commit for one class of readers: what happened, and
 * the new form of each thing that changed, so a browser only puts it over what it holds. {@link
 * org.caucus.live.ActivityRoutes} answers what happened so far, {@link org.caucus.live.EventRoutes}
 * what happens from now on. No internal bus address is bridged to a browser.
 */
@NullMarked
package org.caucus.live;

import org.jspecify.annotations.NullMarked;
