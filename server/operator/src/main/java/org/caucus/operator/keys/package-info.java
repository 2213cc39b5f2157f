/**
 * {@code caucus keys}: what an operator does about keys. {@link
 * org.caucus.operator.keys.KeysCommand} says how they are; the others replace and destroy. What
 * they do is in {@code org.caucus.platform.eventlog.keys} and {@code
 * org.caucus.platform.eventlog.keys.rotation}; here is how they are asked and what they say.
 */
@NullMarked
package org.caucus.operator.keys;

import org.jspecify.annotations.NullMarked;
