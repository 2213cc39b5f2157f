/**
 * Answers that calendars send to an invitation (iTIP, RFC 5546; iMIP, RFC 6047): {@link
 * org.caucus.mail.itip.ItipReply} reads them from content lines. It knows no action and no seat.
 */
@NullMarked
package org.caucus.mail.itip;

import org.jspecify.annotations.NullMarked;
