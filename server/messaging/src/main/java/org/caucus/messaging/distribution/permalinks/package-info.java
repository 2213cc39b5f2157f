/**
 * Addresses of posts that can be made of their Message-ID alone: what {@code Archived-At} (RFC
 * 5064) names in every relayed letter, and what leads from there to the post for the person who may
 * read it.
 */
@NullMarked
package org.caucus.messaging.distribution.permalinks;

import org.jspecify.annotations.NullMarked;
