package org.caucus.coalition.lists.subscriptions;

import org.caucus.coalition.capability.NotificationReason;

/** By which channel a seat wants to hear of a kind of happening. */
public record ChannelChoice(NotificationReason kind, NotificationChannel way) {}
