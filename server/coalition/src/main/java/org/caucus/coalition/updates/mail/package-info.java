/**
 * What a company's letter asks of the update it becomes, by lines at its head: {@link
 * org.caucus.coalition.updates.mail.UpdateMailParser} reads them, {@link
 * org.caucus.coalition.updates.mail.UpdateMailFields} is what they ask. What a liaison's answer
 * asks to become of an update that is there: {@link
 * org.caucus.coalition.updates.mail.UpdateLifecycleMailParser} reads it, {@link
 * org.caucus.coalition.updates.mail.UpdateMailDecider} decides it by the rules of the browser.
 */
@NullMarked
package org.caucus.coalition.updates.mail;

import org.jspecify.annotations.NullMarked;
