/**
 * A letter that comes again and again is stopped before it has gone to everybody a hundred times.
 */
@NullMarked
package org.caucus.postmaster.brake;

import org.jspecify.annotations.NullMarked;
