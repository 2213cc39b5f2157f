/**
 * Anyone who runs an installation ends what a person is signed in with, or everybody: a telephone
 * was seized, a mailbox was read by others. {@link org.caucus.accounts.ending.CredentialRevocation}
 * does it, as asked for by {@code caucus sessions}.
 */
@NullMarked
package org.caucus.accounts.ending;

import org.jspecify.annotations.NullMarked;
