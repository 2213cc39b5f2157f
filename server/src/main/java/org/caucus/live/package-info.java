/**
 * What browsers see as it happens.
 *
 * <p>A {@link org.caucus.live.Watcher} is one open stream with the position it has reached; {@link
 * org.caucus.live.Watchers} hears the bell and tells each {@link org.caucus.live.Gallery}, one for
 * each event loop, to let its own read on. {@link org.caucus.live.Frames} renders one commit for
 * one class of readers: what happened, and the new form of each thing that changed, so a browser
 * only puts it over what it holds. {@link org.caucus.live.Rendered} does that once for all who see
 * the same, as a {@link org.caucus.live.Chunk} that a {@link org.caucus.live.Line} only has to
 * send. {@link org.caucus.live.ActivityRoutes} answers what happened so far, {@link
 * org.caucus.live.EventRoutes} what happens from now on. No internal bus address is bridged to a
 * browser.
 */
@NullMarked
package org.caucus.live;

import org.jspecify.annotations.NullMarked;
