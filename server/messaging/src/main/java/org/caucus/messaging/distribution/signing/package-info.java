/**
 * The last thing that is done to a post before it leaves: it is signed for this domain, and if it
 * was relayed, sealed with what was known of it when it came. Nothing after the seal.
 */
@NullMarked
package org.caucus.messaging.distribution.signing;

import org.jspecify.annotations.NullMarked;
