/**
 * A capability for tests: what {@code server/docs/ADDING-A-CAPABILITY.md} asks for, and no more.
 */
@NullMarked
package org.caucus.workspace.dummy;

import org.jspecify.annotations.NullMarked;
