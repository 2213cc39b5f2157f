/**
 * Reads documents: octets come in on standard input, JSON goes out on standard output. It runs in a
 * process of its own, which the server starts, limits and ends. It knows no class of the server.
 */
@NullMarked
package org.caucus.reading;

import org.jspecify.annotations.NullMarked;
