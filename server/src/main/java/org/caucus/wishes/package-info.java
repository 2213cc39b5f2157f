/**
 * What a seat wants to hear of, and how: {@link org.caucus.wishes.NotificationReason} says why
 * somebody hears of something, {@link org.caucus.wishes.NotificationChannel} by which channel they
 * want to, {@link org.caucus.wishes.ThreadPreference} what they want of one thing. What was chosen
 * is in {@code lists.mail}.
 */
@NullMarked
package org.caucus.wishes;

import org.jspecify.annotations.NullMarked;
