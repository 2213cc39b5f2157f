/** Drafts, laws, policies and standards: their editions, cut into provisions that outlive these. */
@NullMarked
package org.caucus.coalition.instruments;

import org.jspecify.annotations.NullMarked;
