/**
 * Keys, below the log: anyone who has the database and none of these has sizes and times, not
 * words.
 *
 * <p>Two storeys of {@link org.caucus.platform.eventlog.keys.Keyset}s, each able to hold several
 * keys of which one seals and all open. The upper one is the {@link
 * org.caucus.platform.eventlog.keys.MasterKey}, which comes from exactly one of the {@link
 * org.caucus.platform.eventlog.keys.MasterKeySources} and never from the database. It wraps the
 * lower ones, one per workspace and one for the installation, which lie in the collection {@code
 * keys} of the {@link org.caucus.platform.eventlog.keys.Keyring}.
 *
 * <p>{@link org.caucus.platform.eventlog.keys.MasterRotation} replaces the master key: it rewraps,
 * and re-encrypts nothing. Replacing a workspace's key re-encrypts what it sealed; that is above
 * the log, in {@code org.caucus.platform.eventlog.keys.rotation}.
 *
 * <p>{@link org.caucus.platform.eventlog.keys.Credentials} are settings with a password in them
 * that systemd keeps sealed. {@link org.caucus.platform.eventlog.keys.Quarantine} keeps copies of
 * what did not open, for the operator.
 */
@NullMarked
package org.caucus.platform.eventlog.keys;

import org.jspecify.annotations.NullMarked;
