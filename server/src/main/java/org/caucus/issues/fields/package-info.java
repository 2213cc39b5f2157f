/**
 * What an issue consists of besides its words and its people, and how a tracker is arranged; pure
 * values with their limits.
 *
 * <p>{@link org.caucus.issues.fields.IssueFields} are what it has, a {@link
 * org.caucus.issues.fields.IssuePatch} is what somebody wants different, checked against the {@link
 * org.caucus.issues.fields.TrackerConfig} of the tracker. {@link
 * org.caucus.issues.fields.IssueFieldsJson} is how the API writes them.
 */
@NullMarked
package org.caucus.issues.fields;

import org.jspecify.annotations.NullMarked;
