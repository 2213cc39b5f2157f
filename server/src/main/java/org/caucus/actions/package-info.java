/**
 * What the coalition does: review sessions, calls, press conferences, submissions, tasks,
 * deadlines.
 *
 * <p>{@link org.caucus.actions.ActionDecider} decides, {@link org.caucus.actions.Actions} is the
 * state, {@link org.caucus.actions.ActionRoutes} answers the browser, {@link
 * org.caucus.actions.ActionPresenter} shows. Organisations commit to take part; anyone who cannot
 * read an action never learns that it exists.
 */
@NullMarked
package org.caucus.actions;

import org.jspecify.annotations.NullMarked;
