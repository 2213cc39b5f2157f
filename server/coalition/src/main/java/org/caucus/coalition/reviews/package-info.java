/**
 * Reviews: organisations are asked for their positions on the provisions of an edition.
 *
 * <p>{@link org.caucus.coalition.reviews.ReviewDecider} and {@link
 * org.caucus.coalition.reviews.PositionDecider} decide, {@link
 * org.caucus.coalition.reviews.Reviews} is the state, {@link
 * org.caucus.coalition.reviews.ReadableReview} is what one reader can read of a review: pages, the
 * matrix, counts and tables are made of that alone.
 */
@NullMarked
package org.caucus.coalition.reviews;

import org.jspecify.annotations.NullMarked;
