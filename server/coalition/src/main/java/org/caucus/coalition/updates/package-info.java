/**
 * What company liaisons tell the coalition.
 *
 * <p>{@link org.caucus.coalition.updates.UpdateDecider} decides, {@link
 * org.caucus.coalition.updates.Updates} is the state, {@link
 * org.caucus.coalition.updates.UpdateRoutes} answers the browser, {@link
 * org.caucus.coalition.updates.UpdatePresenter} shows the feed and the board of companies, on which
 * silence is shown as silence.
 */
@NullMarked
package org.caucus.coalition.updates;

import org.jspecify.annotations.NullMarked;
