/**
 * Who does the arithmetic of ciphers and signatures: {@link org.caucus.crypto.NativeProvider}.
 * Knows no other package, and decides nothing about keys.
 */
@NullMarked
package org.caucus.crypto;

import org.jspecify.annotations.NullMarked;
