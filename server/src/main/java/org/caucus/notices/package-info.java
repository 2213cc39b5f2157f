/**
 * Who hears by mail of what happened, other than by the posts of threads, which are relayed.
 *
 * <p>The follower {@link org.caucus.notices.Notices} reads the log and asks {@link
 * org.caucus.notices.hearing.NotificationAudience} who is to hear of an event; {@link
 * org.caucus.notices.NoticeComposer} writes it for one seat at the moment of sending, after asking
 * again whether that seat may read it. {@link org.caucus.notices.NoticeContent} finds what there is
 * to tell; of letters that wait {@link org.caucus.notices.waiting.HeldMessageNotices} does both. A
 * notice's answer comes back by reply ticket, and notices of one thing thread under its first.
 *
 * <p>{@link org.caucus.notices.LetterStatusMail} tells people what became of their letters (RFC
 * 3834), at most {@link org.caucus.answers.AutoReplyLimit} a day; {@link
 * org.caucus.notices.InvitationMail} invites, {@link org.caucus.notices.accounts.SignInMail} brings
 * codes, {@link org.caucus.notices.accounts.AccountMail} tells of what was done about an account.
 * {@link org.caucus.notices.NoticeMessages} holds every string. Nobody imports this package.
 */
@NullMarked
package org.caucus.notices;

import org.jspecify.annotations.NullMarked;
