/**
 * What the rooms of {@code identity} stand on: secrets that are stored only as hashes ({@link
 * org.caucus.identity.sessions.Secrets}), and which of them are whose ({@link
 * org.caucus.identity.sessions.CredentialIndex}), so that a person can be shown all of theirs; what
 * a session is ({@link org.caucus.identity.sessions.Session}), under whichever secret it goes on;
 * what ended ({@link org.caucus.identity.sessions.RevocationLog}, {@link
 * org.caucus.identity.sessions.SessionCache}); how often codes were asked for, on all nodes
 * together ({@link org.caucus.identity.sessions.SharedCounters}); and what was read a moment ago
 * ({@link org.caucus.identity.sessions.ShortCache}).
 */
@NullMarked
package org.caucus.identity.sessions;

import org.jspecify.annotations.NullMarked;
