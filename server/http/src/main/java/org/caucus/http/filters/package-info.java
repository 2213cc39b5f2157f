/**
 * What every request passes before anything else looks at it. {@link
 * org.caucus.http.filters.SlowClientTimeout} closes a connection that asks nothing, {@link
 * org.caucus.http.filters.TrustedProxies} says where a request came from, {@link
 * org.caucus.http.filters.CsrfGuard} turns away what another site's page sent, {@link
 * org.caucus.http.filters.RateLimiter} what comes too often, and {@link
 * org.caucus.http.filters.CostlyRequestLimiter} lets in only so much at a time of what costs much.
 */
@NullMarked
package org.caucus.http.filters;

import org.jspecify.annotations.NullMarked;
