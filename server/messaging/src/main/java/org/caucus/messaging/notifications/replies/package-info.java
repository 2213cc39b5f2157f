/**
 * What the person who answered a notice with one word is told: {@link
 * org.caucus.messaging.notifications.replies.ReplyConfirmationMail}.
 */
@NullMarked
package org.caucus.messaging.notifications.replies;

import org.jspecify.annotations.NullMarked;
