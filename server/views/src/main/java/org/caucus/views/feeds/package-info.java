/**
 * Company updates in other programs: feeds that a member reads with a feed reader.
 *
 * <p>A {@link org.caucus.views.feeds.FeedKeys key} is a secret address that stands for a seat as a
 * reader and for nothing else: it opens no page and does no act. {@link
 * org.caucus.views.feeds.FeedReaderRoutes} answers it with what that seat may read at that moment,
 * as {@link org.caucus.views.feeds.UpdateFeedItem} says it, in one of two forms, {@link
 * org.caucus.views.feeds.AtomFeed} (RFC 4287) and {@link org.caucus.views.feeds.JsonFeed} (JSON
 * Feed 1.1). {@link org.caucus.views.feeds.FeedRoutes} makes and revokes keys.
 */
@NullMarked
package org.caucus.views.feeds;

import org.jspecify.annotations.NullMarked;
