/**
 * Durable readers of the log: what reacts to an event after it is committed, and must not miss one.
 *
 * <p>A {@link org.caucus.platform.eventlog.subscriptions.Subscription} has a name and handles one
 * record at a time. {@link org.caucus.platform.eventlog.subscriptions.Subscriptions} runs one
 * {@link org.caucus.platform.eventlog.subscriptions.SubscriptionWorker} per follower and workspace:
 * in order within a workspace, side by side across workspaces, so that one coalition's trouble
 * holds up no other. A lane is a virtual thread that lives while there is something to read; {@code
 * ring} starts it, after the {@link org.caucus.platform.eventlog.subscriptions.LiveViewers} that
 * are open have been written to. What this process has just appended it takes from {@link
 * org.caucus.platform.eventlog.subscriptions.RecentRecords}, all else from the log.
 *
 * <p>At the start {@link org.caucus.platform.eventlog.subscriptions.CatchUp} looks for those that
 * are behind and has them read on, a few workspaces at a time and in the background.
 *
 * <p>The policy, in full: {@link org.caucus.platform.eventlog.subscriptions.Checkpoints} hold how
 * far each follower is, written when it has caught up, at most once a second, and every so many
 * records. After a crash it reads on from there, so a handler may see a record again (at least
 * once) and makes its effects exactly once by deterministic ids. A handler that throws is tried
 * again after {@link org.caucus.platform.eventlog.subscriptions.RetryPolicy} delays; then the
 * record goes to {@link org.caucus.platform.eventlog.subscriptions.DeadLetters}, the {@link
 * org.caucus.platform.eventlog.subscriptions.Subscriptions.Listener} is told, and the follower goes
 * on. A database that is away is waited for, however long, and kills no letter. A record that
 * cannot be decrypted stops its lane (retried, listener told): skipping it would hide it.
 */
@NullMarked
package org.caucus.platform.eventlog.subscriptions;

import org.jspecify.annotations.NullMarked;
