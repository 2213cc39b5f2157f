/** Wiring and start of the server. */
@NullMarked
package org.caucus;

import org.jspecify.annotations.NullMarked;
