/**
 * What happens to one thing within a short time is one letter. {@link
 * org.caucus.messaging.notifications.batching.NotificationBatches} keeps what waits, and who is to
 * hear of it and how, as it was decided when it happened; {@link
 * org.caucus.messaging.notifications.batching.NotificationBatcher} lets it leave when the time is
 * over, once, wherever a node is killed.
 */
@NullMarked
package org.caucus.messaging.notifications.batching;

import org.jspecify.annotations.NullMarked;
