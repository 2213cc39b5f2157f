/**
 * What a letter asks of the action it becomes, by lines at its head, or answers, by its subject:
 * {@link org.caucus.actions.asked.ActionMailParser} reads them, with {@link
 * org.caucus.actions.asked.ActionOwnerAgendaFields} those of its owner, its agenda, its links and
 * an agency's answer, {@link org.caucus.actions.asked.DateTimeParser} the time in them, {@link
 * org.caucus.actions.asked.ActionFieldSuggestions} shows them as they may have been meant, {@link
 * org.caucus.actions.asked.ActionMailFields} is what they ask, {@link
 * org.caucus.actions.asked.ActionMailDecider} decides it by the rules of the browser.
 */
@NullMarked
package org.caucus.actions.asked;

import org.jspecify.annotations.NullMarked;
