/**
 * Notices of actions: {@link org.caucus.notices.actions.ActionRecipients} says who wants to hear of
 * an event, {@link org.caucus.notices.actions.ActionNoticeContent} what there is to tell.
 */
@NullMarked
package org.caucus.notices.actions;

import org.jspecify.annotations.NullMarked;
