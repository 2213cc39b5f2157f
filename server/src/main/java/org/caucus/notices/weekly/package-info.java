/**
 * Letters that come once a week to the person who chose them. {@link
 * org.caucus.notices.weekly.WeeklySender} notes when they are due and sends them, {@link
 * org.caucus.notices.weekly.WeeklySummary} reads from the log what happened, for one seat and at
 * the moment of sending, and {@link org.caucus.notices.weekly.WeeklyMail} writes it.
 */
@NullMarked
package org.caucus.notices.weekly;

import org.jspecify.annotations.NullMarked;
