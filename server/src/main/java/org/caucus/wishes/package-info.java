/**
 * What a seat wants to hear of, and how: {@link org.caucus.wishes.Kind} says why somebody hears of
 * something.
 */
@NullMarked
package org.caucus.wishes;

import org.jspecify.annotations.NullMarked;
