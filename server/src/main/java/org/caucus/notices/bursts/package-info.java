/**
 * What happens to one thing within a short time is one letter. {@link
 * org.caucus.notices.bursts.NotificationBatches} keeps what waits, and who is to hear of it and
 * how, as it was decided when it happened; {@link org.caucus.notices.bursts.NotificationBatcher}
 * lets it leave when the time is over, once, wherever a node is killed.
 */
@NullMarked
package org.caucus.notices.bursts;

import org.jspecify.annotations.NullMarked;
