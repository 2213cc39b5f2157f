/**
 * How a letter is made fit to be sent on: {@link org.caucus.relay.rendering.Aliases} are the
 * addresses that stand for members.
 */
@NullMarked
package org.caucus.relay.rendering;

import org.jspecify.annotations.NullMarked;
