/**
 * What people say: one {@link org.caucus.coalition.entries.Entry} is one post in a thread or one
 * comment on an issue, an update or an action, written in the browser or sent as a letter.
 *
 * <p>{@link org.caucus.coalition.entries.Entries} holds them all, by what they hang on and by
 * Message-ID, so a reply finds what it answers. {@link org.caucus.coalition.entries.Posting} is the
 * one place where the audience of a new entry is decided: that of what it answers, narrowed if the
 * author wishes, never widened.
 */
@NullMarked
package org.caucus.coalition.entries;

import org.jspecify.annotations.NullMarked;
