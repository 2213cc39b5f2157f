/**
 * What company liaisons tell the coalition.
 *
 * <p>{@link org.caucus.updates.UpdateDecider} decides, {@link org.caucus.updates.Updates} is the
 * state, {@link org.caucus.updates.UpdateRoutes} answers the browser, {@link
 * org.caucus.updates.UpdatePresenter} shows the feed and the board of companies, on which silence
 * is shown as silence.
 */
@NullMarked
package org.caucus.updates;

import org.jspecify.annotations.NullMarked;
