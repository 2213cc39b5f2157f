/**
 * Who hears of what happened, and why; pure. {@link
 * org.caucus.notices.hearing.NotificationAudience} says whom an event concerns, {@link
 * org.caucus.notices.hearing.NotificationReasons} for which reason each of them hears of it. The
 * bell, notices by mail and digests ask the same. {@link org.caucus.notices.hearing.HistoricalView}
 * is what they are asked of for the person who asks later who heard.
 */
@NullMarked
package org.caucus.notices.hearing;

import org.jspecify.annotations.NullMarked;
