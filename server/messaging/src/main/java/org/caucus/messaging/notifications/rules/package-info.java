/**
 * Who hears of what happened, and why; pure. Each capability says whom its events concern ({@link
 * org.caucus.coalition.capability.NotificationFacet}). {@link
 * org.caucus.messaging.notifications.rules.NotificationAudience} finds the seats, {@link
 * org.caucus.messaging.notifications.rules.NotificationReasons} the reason for which each of them
 * hears of it. The bell, notices by mail and digests ask the same. {@link
 * org.caucus.messaging.notifications.rules.HistoricalView} is what they are asked of for the person
 * who asks later who heard.
 */
@NullMarked
package org.caucus.messaging.notifications.rules;

import org.jspecify.annotations.NullMarked;
