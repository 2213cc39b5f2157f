/**
 * What one input may cost. A {@link org.caucus.platform.limits.WorkBudget} is made where an input
 * comes in (a letter, an archive, a table, a request) and goes along with it; all that reads the
 * input draws on the same one. {@link org.caucus.platform.limits.ParsingExecutor} is where
 * libraries read what others wrote: beside the threads that serve, strangers' input behind
 * members'.
 */
@NullMarked
package org.caucus.platform.limits;

import org.jspecify.annotations.NullMarked;
