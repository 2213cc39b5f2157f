/**
 * Who hears of what happened, and why; pure. {@link
 * org.caucus.messaging.notifications.rules.NotificationAudience} says whom an event concerns,
 * {@link org.caucus.messaging.notifications.rules.NotificationReasons} for which reason each of
 * them hears of it. The bell, notices by mail and digests ask the same. {@link
 * org.caucus.messaging.notifications.rules.HistoricalView} is what they are asked of for the person
 * who asks later who heard.
 */
@NullMarked
package org.caucus.messaging.notifications.rules;

import org.jspecify.annotations.NullMarked;
