/**
 * What every request passes before anything else looks at it. {@link
 * org.caucus.http.gate.SlowClientTimeout} closes a connection that asks nothing, {@link
 * org.caucus.http.gate.TrustedProxies} says where a request came from, {@link
 * org.caucus.http.gate.CsrfGuard} turns away what another site's page sent, {@link
 * org.caucus.http.gate.RateLimiter} what comes too often, and {@link
 * org.caucus.http.gate.CostlyRequestLimiter} lets in only so much at a time of what costs much.
 */
@NullMarked
package org.caucus.http.gate;

import org.jspecify.annotations.NullMarked;
