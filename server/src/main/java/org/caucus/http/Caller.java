package org.caucus.http;

import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param person id of the person in {@code accounts}
 * @param session id of the browser session, to end streams with it; null for a personal token
 */
public record Caller(String person, @Nullable String session) {}
