/**
 * The operator of an installation ends what a person is signed in with, or everybody: a telephone
 * was seized, a mailbox was read by others. {@link
 * org.caucus.identity.revocation.CredentialRevocation} does it, as asked for by {@code caucus
 * sessions}.
 */
@NullMarked
package org.caucus.identity.revocation;

import org.jspecify.annotations.NullMarked;
