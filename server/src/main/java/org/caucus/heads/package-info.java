/**
 * Lines at the head of a letter that ask for something: {@link org.caucus.heads.HeaderBlock} finds
 * them by the {@link org.caucus.heads.HeaderKeys} of where the letter goes, {@link
 * org.caucus.heads.SubjectSettings} those in the brackets of its subject, {@link
 * org.caucus.heads.IgnoredLines} what looks like some and was posted as words, and {@link
 * org.caucus.heads.HeaderReading} reads them one by one, and puts right what is not understood.
 * What they mean, each capability says by a {@link org.caucus.heads.HeaderReader}.
 */
@NullMarked
package org.caucus.heads;

import org.jspecify.annotations.NullMarked;
