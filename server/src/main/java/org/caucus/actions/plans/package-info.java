/**
 * What an action is planned to be, beyond its title and time.
 *
 * <p>{@link org.caucus.actions.plans.Details} is all of it, {@link
 * org.caucus.actions.plans.DetailFields} reads it from the API's fields and shows it again, {@link
 * org.caucus.actions.plans.DetailRules} says what may stand in it. An {@link
 * org.caucus.actions.plans.Embargo} is a widening that waits for its instant.
 */
@NullMarked
package org.caucus.actions.plans;

import org.jspecify.annotations.NullMarked;
