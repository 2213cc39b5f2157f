/**
 * What an action is planned to be, beyond its title and time.
 *
 * <p>{@link org.caucus.actions.plans.ActionDetails} is all of it, {@link
 * org.caucus.actions.plans.ActionDetailFields} reads it from the API's fields and shows it again,
 * {@link org.caucus.actions.plans.ActionDetailRules} says what may stand in it. An {@link
 * org.caucus.actions.plans.Embargo} is a widening that waits for its instant.
 */
@NullMarked
package org.caucus.actions.plans;

import org.jspecify.annotations.NullMarked;
