package org.caucus.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param person id of the person in {@code accounts}
 * @param session id of the browser session, to end streams with it; null for a personal token
 * @param until when what they came in with runs out, whatever happens, and streams with it
 */
public record Caller(String person, @Nullable String session, Instant until) {}
