/**
 * Lines at the head of a letter that ask for something: {@link
 * org.caucus.coalition.mailcommands.headers.HeaderBlock} finds them by the {@link
 * org.caucus.coalition.mailcommands.headers.HeaderKeys} of where the letter goes, {@link
 * org.caucus.coalition.mailcommands.headers.SubjectSettings} those in the brackets of its subject,
 * {@link org.caucus.coalition.mailcommands.headers.IgnoredLines} what looks like some and was
 * posted as words, and {@link org.caucus.coalition.mailcommands.headers.HeaderReading} reads them
 * one by one, and puts right what is not understood. What they mean, each capability says by a
 * {@link org.caucus.coalition.mailcommands.headers.HeaderReader}.
 */
@NullMarked
package org.caucus.coalition.mailcommands.headers;

import org.jspecify.annotations.NullMarked;
