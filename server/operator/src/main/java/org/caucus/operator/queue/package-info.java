/**
 * {@code caucus queue}: the mail that is not sent yet, listed, tried again, held, released and
 * purged.
 */
@NullMarked
package org.caucus.operator.queue;

import org.jspecify.annotations.NullMarked;
