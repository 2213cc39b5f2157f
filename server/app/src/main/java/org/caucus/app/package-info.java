/** Wiring and start of the server. */
@NullMarked
package org.caucus.app;

import org.jspecify.annotations.NullMarked;
