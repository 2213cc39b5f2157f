/**
 * What browsers see as it happens.
 *
 * <p>A {@link org.caucus.views.stream.StreamSubscriber} is one open stream with the position it has
 * reached; {@link org.caucus.views.stream.StreamSubscribers} hears the bell and tells each {@link
 * org.caucus.views.stream.StreamGroup}, one for each event loop, to let its own read on. {@link
 * org.caucus.views.stream.FrameRenderer} renders one commit for one class of readers: what
 * happened, and the new form of each thing that changed, so a browser only puts it over what it
 * holds. {@link org.caucus.views.stream.RenderedState} does that once for all who see the same, as
 * a {@link org.caucus.views.stream.SseFrame} that a {@link org.caucus.views.stream.SseConnection}
 * only has to send. {@link org.caucus.views.stream.ActivityRoutes} answers what happened so far,
 * {@link org.caucus.views.stream.EventRoutes} what happens from now on. No internal bus address is
 * bridged to a browser.
 */
@NullMarked
package org.caucus.views.stream;

import org.jspecify.annotations.NullMarked;
