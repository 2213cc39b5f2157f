/**
 * What an issue consists of besides its words and its people, and how a tracker is arranged; pure
 * values with their limits.
 *
 * <p>{@link org.caucus.coalition.trackers.fields.IssueFields} are what it has, a {@link
 * org.caucus.coalition.trackers.fields.IssuePatch} is what somebody wants different, checked
 * against the {@link org.caucus.coalition.trackers.fields.TrackerConfig} of the tracker. {@link
 * org.caucus.coalition.trackers.fields.IssueFieldsJson} is how the API writes them.
 */
@NullMarked
package org.caucus.coalition.trackers.fields;

import org.jspecify.annotations.NullMarked;
