/**
 * What states are made of: a map and a list that never change and share what they have in common
 * with the ones they came from. {@link org.caucus.platform.collections.PersistentMap} and {@link
 * org.caucus.platform.collections.PersistentVector} are wide and shallow: folding a log with them
 * takes a third of the time of binary trees, and their entries half the memory.
 */
@NullMarked
package org.caucus.platform.collections;

import org.jspecify.annotations.NullMarked;
