/**
 * Finds words that were said to fewer people in what is about to be said to more.
 *
 * <p>{@link org.caucus.messaging.inbound.leakguard.TextFingerprint} makes a few numbers of a text
 * that stay the same when it is wrapped anew, marked with {@code >} or stands between other words;
 * {@link org.caucus.messaging.inbound.leakguard.FingerprintTable} keeps the numbers of what was
 * said, {@link org.caucus.messaging.inbound.leakguard.QuoteIndex} those of one workspace, derived
 * from its log and bounded; {@link org.caucus.messaging.inbound.leakguard.QuoteDetector} answers
 * the question, for letters and for the browser alike, and {@link
 * org.caucus.messaging.inbound.leakguard.QuoteWarning} asks it before a browser's words are put.
 * Nobody is told of a quote from something they cannot read: the question must not be a way to find
 * out.
 */
@NullMarked
package org.caucus.messaging.inbound.leakguard;

import org.jspecify.annotations.NullMarked;
