/**
 * Pictures that members show themselves by: {@link
 * org.caucus.coalition.access.pictures.PictureRules} says what may be one, {@link
 * org.caucus.coalition.access.pictures.PictureRoutes} takes and gives them.
 */
@NullMarked
package org.caucus.coalition.access.pictures;

import org.jspecify.annotations.NullMarked;
