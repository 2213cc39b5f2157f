/**
 * What a letter asks of the action it becomes, by lines at its head, or answers, by its subject:
 * {@link org.caucus.actions.asked.ActionLines} reads them, with {@link
 * org.caucus.actions.asked.Beside} those of its owner, its agenda, its links and an agency's
 * answer, {@link org.caucus.actions.asked.Moments} the time in them, {@link
 * org.caucus.actions.asked.PutRight} shows them as they may have been meant, {@link
 * org.caucus.actions.asked.ActionAsks} is what they ask, {@link
 * org.caucus.actions.asked.AskedOfAction} decides it by the rules of the browser.
 */
@NullMarked
package org.caucus.actions.asked;

import org.jspecify.annotations.NullMarked;
