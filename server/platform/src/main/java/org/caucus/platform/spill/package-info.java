/**
 * What is too long for the heap: it lies in files that have no name in the file system any more,
 * sealed under a key that only this process has, so that neither a stop nor a kill leaves anything
 * readable behind. {@link org.caucus.platform.spill.StoredText} is a text that may lie there,
 * {@link org.caucus.platform.spill.Spill} the files with such texts, {@link
 * org.caucus.platform.spill.SealedFile} one file.
 *
 * <p>And how much of the heap is in use: {@link org.caucus.platform.spill.HeapPressure} says when
 * it is nearly full, {@link org.caucus.platform.spill.HeapGrowthLimit} and {@link
 * org.caucus.platform.spill.IdleHeapRelease} have what is free given back to the system.
 */
@NullMarked
package org.caucus.platform.spill;

import org.jspecify.annotations.NullMarked;
