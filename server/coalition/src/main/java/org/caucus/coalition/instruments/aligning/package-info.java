/**
 * Two editions of a text: which provision of the later one is which of the earlier one, and what
 * became of its words. Pure.
 *
 * <p>{@link org.caucus.coalition.instruments.aligning.Aligner} pairs provisions when an edition is
 * adopted, by their words first and by their place where the words leave it open: what is not sure
 * is not paired, for what hangs on a provision goes with it. {@link
 * org.caucus.coalition.instruments.aligning.WordDiff} says which words were removed and added.
 */
@NullMarked
package org.caucus.coalition.instruments.aligning;

import org.jspecify.annotations.NullMarked;
