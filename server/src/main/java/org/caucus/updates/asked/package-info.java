/**
 * What a company's letter asks of the update it becomes, by lines at its head: {@link
 * org.caucus.updates.asked.UpdateLines} reads them, {@link org.caucus.updates.asked.UpdateAsks} is
 * what they ask.
 */
@NullMarked
package org.caucus.updates.asked;

import org.jspecify.annotations.NullMarked;
