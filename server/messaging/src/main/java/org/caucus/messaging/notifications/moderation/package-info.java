/**
 * What is told by mail of letters that wait: those who are asked about one, and those who wrote it.
 *
 * <p>{@link org.caucus.coalition.moderation.HeldMessageNotices} finds who is to hear of what became
 * of a letter; {@link org.caucus.messaging.notifications.moderation.HeldMessageMail} writes it;
 * {@link org.caucus.messaging.notifications.moderation.DraftMail} asks another liaison about a
 * company's draft in the same way. {@link
 * org.caucus.messaging.notifications.moderation.HoldMessages} holds every string.
 */
@NullMarked
package org.caucus.messaging.notifications.moderation;

import org.jspecify.annotations.NullMarked;
