/**
 * What was said on a list last: {@link org.caucus.lists.said.LatestPosts} keeps it by who reads it,
 * so that each reader is told without a walk through all threads.
 */
@NullMarked
package org.caucus.lists.said;

import org.jspecify.annotations.NullMarked;
