/**
 * Who is to read a letter, in the words of its author: {@link
 * org.caucus.postmaster.readers.AudienceWords} reads them, says them, and finds those that may have
 * been meant.
 */
@NullMarked
package org.caucus.postmaster.readers;

import org.jspecify.annotations.NullMarked;
