/**
 * Who may read a thing, changed after it was said: wider, narrower, or released by its author (rule
 * R5).
 *
 * <p>{@link org.caucus.coalition.access.audience.AudienceChangePreview} is the dry run: who gains,
 * who loses, what opens, what stays closed, with a token over all of it. {@link
 * org.caucus.coalition.access.audience.AudienceDecider} makes the same dry run again at the moment
 * of acting and goes on only if the token is the same, so that what was shown is what is done.
 * {@link org.caucus.coalition.access.audience.AudienceSubject} is what a thing is for that
 * question, and says who may ask. {@link org.caucus.coalition.access.audience.AudienceHistory}
 * remembers which audience each head had when, so that what happened to it before it was widened
 * stays with those who could read it then. {@link org.caucus.coalition.access.audience.PostRecall}
 * is narrowing in haste, by the person who posted it a moment ago. {@link
 * org.caucus.coalition.access.audience.AudienceChangeRoutes} answers the browser; {@link
 * org.caucus.coalition.access.audience.CopyHolders} is asked who holds a mailed copy already.
 */
@NullMarked
package org.caucus.coalition.access.audience;

import org.jspecify.annotations.NullMarked;
