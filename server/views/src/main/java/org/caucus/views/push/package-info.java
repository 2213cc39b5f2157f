/**
 * Notifications on devices by Web Push (RFC 8030): off until a seat chooses them in a browser.
 *
 * <p>{@link org.caucus.views.push.PushNotifications} follows the log and puts a push for each
 * device of a seat for which something rings, as the bell does; {@link
 * org.caucus.views.push.PushWorker} asks at the moment of sending what the seat may read and has
 * not read, and {@link org.caucus.views.push.PushSender} seals it for the browser (RFC 8291) and
 * signs it for its push service (RFC 8292). {@link org.caucus.views.push.PushContent} says nothing
 * of what it is about unless the seat chose names and titles. A device ends with the sign-in in
 * which it was added.
 */
@NullMarked
package org.caucus.views.push;

import org.jspecify.annotations.NullMarked;
