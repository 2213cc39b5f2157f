/**
 * The posting steps: from a letter to its verdict.
 *
 * <p>{@link org.caucus.messaging.inbound.pipeline.steps.PostingSteps} is the list, in order; every
 * other class here is one step with one reason. All are pure: what they need was looked up before,
 * what they decide is done after.
 */
@NullMarked
package org.caucus.messaging.inbound.pipeline.steps;

import org.jspecify.annotations.NullMarked;
