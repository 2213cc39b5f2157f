/**
 * Who is to read a letter, in the words of its author: {@link
 * org.caucus.messaging.inbound.pipeline.audience.AudienceWords} reads them, says them, and finds
 * those that may have been meant.
 */
@NullMarked
package org.caucus.messaging.inbound.pipeline.audience;

import org.jspecify.annotations.NullMarked;
