/**
 * How often is too often. {@link org.caucus.platform.ratelimit.TokenBuckets} counts per key, in
 * memory and bounded; {@link org.caucus.platform.ratelimit.PeerNetworks} says what one peer is,
 * {@link org.caucus.platform.ratelimit.PeerRates} what it may do by SMTP. Counted per node.
 */
@NullMarked
package org.caucus.platform.ratelimit;

import org.jspecify.annotations.NullMarked;
