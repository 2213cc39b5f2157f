/**
 * {@code caucus sessions}: what people are signed in with, and ending it from the shell, beside a
 * running server: when a telephone was seized, nobody may have to wait for its owner.
 */
@NullMarked
package org.caucus.operator.sessions;

import org.jspecify.annotations.NullMarked;
