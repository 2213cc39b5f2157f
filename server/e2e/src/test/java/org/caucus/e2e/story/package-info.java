/**
 * Caucus from outside: everything here speaks the real protocols to a whole server.
 *
 * <p>{@link org.caucus.e2e.story.StoryTest} is the coalition's main job, chapter by chapter; {@link
 * org.caucus.e2e.story.RefusalTest} and {@link org.caucus.e2e.story.StartTest} are what bad input
 * gets; {@link org.caucus.e2e.story.ServerCrashTest} is a {@code kill -9}; {@link
 * org.caucus.e2e.story.AtRestTest} reads the disk as a thief would. They use {@code StoryServer} (a
 * server in this process), {@code Child} (one in its own), {@code Browser}, {@code Stream}, {@code
 * MailClient} and {@code Mailbox}.
 */
@NullMarked
package org.caucus.e2e.story;

import org.jspecify.annotations.NullMarked;
