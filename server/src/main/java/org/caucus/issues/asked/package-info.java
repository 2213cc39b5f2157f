/**
 * What a letter asks of an issue besides saying something.
 *
 * <p>{@link org.caucus.issues.asked.IssueMailParser} reads it from the head of a letter or its
 * subject, {@link org.caucus.issues.asked.AddressCommand} from its address; {@link
 * org.caucus.issues.asked.IssueMailFields} is what was understood, and {@link
 * org.caucus.issues.asked.IssueMailDecider} does it by the rules of the browser.
 */
@NullMarked
package org.caucus.issues.asked;

import org.jspecify.annotations.NullMarked;
