/**
 * What a company's letter asks of the update it becomes, by lines at its head: {@link
 * org.caucus.updates.asked.UpdateMailParser} reads them, {@link
 * org.caucus.updates.asked.UpdateMailFields} is what they ask. What a liaison's answer asks to
 * become of an update that is there: {@link org.caucus.updates.asked.UpdateLifecycleMailParser}
 * reads it, {@link org.caucus.updates.asked.UpdateMailDecider} decides it by the rules of the
 * browser.
 */
@NullMarked
package org.caucus.updates.asked;

import org.jspecify.annotations.NullMarked;
