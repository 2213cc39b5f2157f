/**
 * Who hears of what happened, and why; pure. {@link org.caucus.notices.hearing.Interest} says whom
 * an event concerns, {@link org.caucus.notices.hearing.Hearing} for which reason each of them hears
 * of it. The bell, notices by mail and digests ask the same. {@link
 * org.caucus.notices.hearing.Past} is what they are asked of for the person who asks later who
 * heard.
 */
@NullMarked
package org.caucus.notices.hearing;

import org.jspecify.annotations.NullMarked;
