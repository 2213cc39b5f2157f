/**
 * A letter that comes again and again is stopped before it has gone to everybody a hundred times,
 * and one that says "unsubscribe" before it has gone to anybody.
 */
@NullMarked
package org.caucus.messaging.inbound.pipeline.loops;

import org.jspecify.annotations.NullMarked;
