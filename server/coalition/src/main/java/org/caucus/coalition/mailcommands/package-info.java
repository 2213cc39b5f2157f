/**
 * What members ask of this server by mail, one order a line, to {@code list+control@} or {@code
 * workspace+control@}.
 *
 * <p>{@link org.caucus.coalition.mailcommands.CommandParser} reads a letter's lines; {@link
 * org.caucus.coalition.mailcommands.MailCommand} is what can be asked. {@link
 * org.caucus.coalition.mailcommands.MailCommandDecider} decides about all of a letter at once, by
 * the deciders that the browser meets: one line that cannot be done means that none is. What is
 * only asked for (who, index, why) changes nothing, and is answered when the transcript is sent, by
 * what may be read then.
 */
@NullMarked
package org.caucus.coalition.mailcommands;

import org.jspecify.annotations.NullMarked;
