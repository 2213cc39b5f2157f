/**
 * How often is too often. {@link org.caucus.rates.TokenBuckets} counts per key, in memory and
 * bounded; {@link org.caucus.rates.PeerNetworks} says what one peer is, {@link
 * org.caucus.rates.PeerRates} what it may do by SMTP. Counted per node.
 */
@NullMarked
package org.caucus.rates;

import org.jspecify.annotations.NullMarked;
