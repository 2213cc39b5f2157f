/**
 * What the keeper of the keys does with whole workspaces: replace a key under everything it sealed,
 * or destroy it and prove that nothing opens any more.
 *
 * <p>{@link org.caucus.log.custody.WorkspaceRotation} adds a key, lets {@link
 * org.caucus.log.custody.Reencryption} encrypt again what the old one sealed, and drops the old
 * one. It keeps no notes: each ciphertext names its key, so anyone who is killed begins again and
 * finds most of it done. {@link org.caucus.log.custody.KeyDestruction} deletes a workspace's keys
 * and what names it. {@link org.caucus.log.custody.KeyMaintenance} runs in every server, goes on
 * with rotations that were cut short, one node at a time, and hears of keys that others replaced or
 * destroyed.
 */
@NullMarked
package org.caucus.log.custody;

import org.jspecify.annotations.NullMarked;
