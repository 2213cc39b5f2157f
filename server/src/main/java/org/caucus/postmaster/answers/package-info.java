/**
 * What programs answer for people: {@link org.caucus.postmaster.answers.CalendarAnswer} reads a
 * calendar's word on an invitation.
 */
@NullMarked
package org.caucus.postmaster.answers;

import org.jspecify.annotations.NullMarked;
