/**
 * What every request passes before anything else looks at it. {@link org.caucus.http.gate.Patience}
 * closes a connection that asks nothing, {@link org.caucus.http.gate.Proxies} says where a request
 * came from, {@link org.caucus.http.gate.OwnPages} turns away what another site's page sent, {@link
 * org.caucus.http.gate.Pace} what comes too often, and {@link org.caucus.http.gate.Heavy} lets in
 * only so much at a time of what costs much.
 */
@NullMarked
package org.caucus.http.gate;

import org.jspecify.annotations.NullMarked;
