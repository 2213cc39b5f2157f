/**
 * What is read is marked before, and the mark is taken away after: what ended its process once is
 * not tried again by itself. {@link org.caucus.platform.jobs.attempts.Attempts} has the marks, for
 * letters, pages and copies that weigh enough to be worth one; imports have their own, in their
 * jobs.
 */
@NullMarked
package org.caucus.platform.jobs.attempts;

import org.jspecify.annotations.NullMarked;
