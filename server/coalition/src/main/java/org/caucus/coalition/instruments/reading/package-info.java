/**
 * Has documents read. They come from strangers, so a process of its own reads them: the server
 * never parses one.
 */
@NullMarked
package org.caucus.coalition.instruments.reading;

import org.jspecify.annotations.NullMarked;
