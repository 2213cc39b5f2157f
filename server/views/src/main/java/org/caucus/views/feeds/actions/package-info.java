/**
 * Actions in feed readers: {@link org.caucus.views.feeds.actions.ActionFeed}, at the same secret
 * addresses as updates, in the same two forms.
 */
@NullMarked
package org.caucus.views.feeds.actions;

import org.jspecify.annotations.NullMarked;
