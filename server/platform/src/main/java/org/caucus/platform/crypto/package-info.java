/**
 * Who does the arithmetic of ciphers and signatures: {@link
 * org.caucus.platform.crypto.NativeProvider}. Knows no other package, and decides nothing about
 * keys.
 */
@NullMarked
package org.caucus.platform.crypto;

import org.jspecify.annotations.NullMarked;
