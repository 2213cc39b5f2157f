/**
 * How often is too often. {@link org.caucus.rates.Counts} counts per key, in memory and bounded;
 * {@link org.caucus.rates.Networks} says what one peer is, {@link org.caucus.rates.PeerRates} what
 * it may do by SMTP. Counted per node.
 */
@NullMarked
package org.caucus.rates;

import org.jspecify.annotations.NullMarked;
