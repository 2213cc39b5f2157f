/**
 * What a seat wants to hear of, and how: {@link org.caucus.coalition.capability.NotificationReason}
 * says why somebody hears of something, {@link
 * org.caucus.coalition.lists.subscriptions.NotificationChannel} by which channel they want to,
 * {@link org.caucus.coalition.lists.subscriptions.ThreadPreference} what they want of one thing.
 * What was chosen is in {@code coalition.lists.subscriptions}.
 *
 * <p>How members want their mail: {@link
 * org.caucus.coalition.lists.subscriptions.DeliveryPreference} of one list, {@link
 * org.caucus.coalition.lists.subscriptions.PersonalMailSettings} of all. {@link
 * org.caucus.coalition.lists.subscriptions.DeliveryPreferences} is the state and says by which
 * {@link org.caucus.coalition.lists.subscriptions.PostDelivery} a post comes. {@link
 * org.caucus.coalition.lists.subscriptions.ListStyle} is how a list's letters look.
 */
@NullMarked
package org.caucus.coalition.lists.subscriptions;

import org.jspecify.annotations.NullMarked;
