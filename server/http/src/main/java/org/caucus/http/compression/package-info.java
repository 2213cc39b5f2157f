/** Long answers, compressed once for all who may have the same bytes. */
@NullMarked
package org.caucus.http.compression;

import org.jspecify.annotations.NullMarked;
