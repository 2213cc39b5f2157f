/**
 * What a letter asks of an issue besides saying something.
 *
 * <p>{@link org.caucus.coalition.trackers.mail.IssueMailParser} reads it from the head of a letter
 * or its subject, {@link org.caucus.coalition.mailcommands.AddressCommand} from its address; {@link
 * org.caucus.coalition.trackers.mail.IssueMailFields} is what was understood, and {@link
 * org.caucus.coalition.trackers.mail.IssueMailDecider} does it by the rules of the browser.
 */
@NullMarked
package org.caucus.coalition.trackers.mail;

import org.jspecify.annotations.NullMarked;
