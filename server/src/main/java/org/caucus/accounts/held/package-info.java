/**
 * What the rooms of {@code accounts} stand on: secrets that are stored only as hashes ({@link
 * org.caucus.accounts.held.Secrets}), and which of them are whose ({@link
 * org.caucus.accounts.held.CredentialIndex}), so that a person can be shown all of theirs; what a
 * session is ({@link org.caucus.accounts.held.Session}), under whichever secret it goes on; what
 * ended ({@link org.caucus.accounts.held.RevocationLog}, {@link
 * org.caucus.accounts.held.SessionCache}); how often codes were asked for, on all nodes together
 * ({@link org.caucus.accounts.held.SharedCounters}); and what was read a moment ago ({@link
 * org.caucus.accounts.held.ShortCache}).
 */
@NullMarked
package org.caucus.accounts.held;

import org.jspecify.annotations.NullMarked;
