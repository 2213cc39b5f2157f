/**
 * What the keeper of the keys does with whole workspaces: replace a key under everything it sealed,
 * or destroy it and prove that nothing opens any more.
 *
 * <p>{@link org.caucus.platform.eventlog.keys.rotation.WorkspaceRotation} adds a key, lets {@link
 * org.caucus.platform.eventlog.keys.rotation.Reencryption} encrypt again what the old one sealed,
 * and drops the old one. It keeps no notes: each ciphertext names its key, so a process that is
 * killed begins again and finds most of it done. {@link
 * org.caucus.platform.eventlog.keys.rotation.KeyDestruction} deletes a workspace's keys and what
 * names it. {@link org.caucus.platform.eventlog.keys.rotation.KeyMaintenance} runs in every server,
 * goes on with rotations that were cut short, one node at a time, and hears of keys that others
 * replaced or destroyed.
 */
@NullMarked
package org.caucus.platform.eventlog.keys.rotation;

import org.jspecify.annotations.NullMarked;
