/**
 * Who hears by mail of what happened, other than by the posts of threads, which are relayed.
 *
 * <p>The follower {@link org.caucus.messaging.notifications.Notices} reads the log and asks {@link
 * org.caucus.messaging.notifications.rules.NotificationAudience} who is to hear of an event; {@link
 * org.caucus.messaging.notifications.NoticeComposer} writes it for one seat at the moment of
 * sending, after asking again whether that seat may read it. {@link
 * org.caucus.messaging.notifications.NoticeContent} finds what there is to tell; of letters that
 * wait {@link org.caucus.messaging.notifications.moderation.HeldMessageNotices} does both. A
 * notice's answer comes back by reply ticket, and notices of one thing thread under its first.
 *
 * <p>{@link org.caucus.messaging.notifications.LetterStatusMail} tells people what became of their
 * letters (RFC 3834), at most {@link org.caucus.messaging.notifications.autoreply.AutoReplyLimit} a
 * day; {@link org.caucus.messaging.notifications.InvitationMail} invites, {@link
 * org.caucus.messaging.notifications.accounts.SignInMail} brings codes, {@link
 * org.caucus.messaging.notifications.accounts.AccountMail} tells of what was done about an account.
 * {@link org.caucus.messaging.notifications.NoticeMessages} holds every string. Nobody imports this
 * package.
 */
@NullMarked
package org.caucus.messaging.notifications;

import org.jspecify.annotations.NullMarked;
