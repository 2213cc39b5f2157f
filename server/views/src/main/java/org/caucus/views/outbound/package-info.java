/**
 * Calls to servers that members name: webhooks and push services.
 *
 * <p>{@link org.caucus.views.outbound.PublicUrl} says what such an address must be, and {@link
 * org.caucus.views.outbound.PublicHttpClient} calls it: at {@link
 * org.caucus.views.outbound.PublicAddress public addresses} only, without following anybody
 * elsewhere.
 */
@NullMarked
package org.caucus.views.outbound;

import org.jspecify.annotations.NullMarked;
