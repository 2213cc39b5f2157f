/**
 * What programs answer for people: {@link
 * org.caucus.messaging.inbound.pipeline.signed.CalendarAnswer} reads a calendar's word on an
 * invitation.
 */
@NullMarked
package org.caucus.messaging.inbound.pipeline.signed;

import org.jspecify.annotations.NullMarked;
