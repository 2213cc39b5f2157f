/**
 * What a seat is writing and has not sent, so that a phone goes on where a laptop stopped.
 *
 * <p>{@link org.caucus.views.drafts.OwnDrafts} are all drafts of one seat; a device that changes
 * one says which version it had, and if another device was first it is shown what stands there, so
 * that nothing is lost. {@link org.caucus.views.drafts.OwnDraftStore} keeps them beside the log,
 * under the key of the workspace: they are in no event, export, search or letter, and end with
 * their seat. {@link org.caucus.views.drafts.OwnDraftRoutes} gives them to that seat alone; its
 * open streams are told which draft changed, and no word of it.
 */
@NullMarked
package org.caucus.views.drafts;

import org.jspecify.annotations.NullMarked;
