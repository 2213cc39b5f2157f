/** Cuts the text of a draft into provisions, and names these. Pure: it reads and writes nothing. */
@NullMarked
package org.caucus.coalition.instruments.cutting;

import org.jspecify.annotations.NullMarked;
