/**
 * Letters that come once a week to the person who chose them. {@link
 * org.caucus.messaging.notifications.weekly.WeeklySender} notes when they are due and sends them,
 * {@link org.caucus.messaging.notifications.weekly.WeeklySummary} reads from the log what happened,
 * for one seat and at the moment of sending, and {@link
 * org.caucus.messaging.notifications.weekly.WeeklyMail} writes it.
 */
@NullMarked
package org.caucus.messaging.notifications.weekly;

import org.jspecify.annotations.NullMarked;
