/**
 * Issues in feed readers: {@link org.caucus.views.feeds.issues.IssueFeed}, at the same secret
 * addresses as updates, in the same two forms, narrowed in the language of filters.
 */
@NullMarked
package org.caucus.views.feeds.issues;

import org.jspecify.annotations.NullMarked;
