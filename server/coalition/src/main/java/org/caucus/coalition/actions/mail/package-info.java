/**
 * What a letter asks of the action it becomes, by lines at its head, or answers, by its subject:
 * {@link org.caucus.coalition.actions.mail.ActionMailParser} reads them, with {@link
 * org.caucus.coalition.actions.mail.ActionOwnerAgendaFields} those of its owner, its agenda, its
 * links and an agency's answer, {@link org.caucus.coalition.actions.mail.DateTimeParser} the time
 * in them, {@link org.caucus.coalition.actions.mail.ActionFieldSuggestions} shows them as they may
 * have been meant, {@link org.caucus.coalition.actions.mail.ActionMailFields} is what they ask,
 * {@link org.caucus.coalition.actions.mail.ActionMailDecider} decides it by the rules of the
 * browser.
 */
@NullMarked
package org.caucus.coalition.actions.mail;

import org.jspecify.annotations.NullMarked;
