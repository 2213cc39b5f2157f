/**
 * What operators did, as {@code caucus operator acts} lists it: who, when, what, and to what; never
 * a word of a member. {@link org.caucus.operator.acts.OperatorActs} keeps it, sealed.
 */
@NullMarked
package org.caucus.operator.acts;

import org.jspecify.annotations.NullMarked;
