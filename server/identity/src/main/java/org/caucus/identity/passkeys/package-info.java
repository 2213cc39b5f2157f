/**
 * Passkeys (Web Authentication Level 3), the first way in. Nobody else in the house knows the
 * library.
 *
 * <p>{@link org.caucus.identity.passkeys.PasskeyChallenges} makes what a passkey signs: bound to
 * one browser and one purpose, good for minutes, good once. {@link
 * org.caucus.identity.passkeys.WebAuthnCeremonies} has the library look at what was signed. {@link
 * org.caucus.identity.passkeys.Passkeys} keeps the keys of each person, sealed; what is kept is
 * public keys, so that who reads the database can sign in as nobody. {@link
 * org.caucus.identity.passkeys.PasskeyVerifier} puts the three together; {@link
 * org.caucus.identity.passkeys.PasskeyRoutes} is what a person does with their own, {@link
 * org.caucus.identity.passkeys.PasskeySignInRoutes} how one gets in by one, {@link
 * org.caucus.identity.passkeys.PasskeyRecovery} the way back without, {@link
 * org.caucus.identity.passkeys.OpenCredentials} what is over when only a passkey opens.
 */
@NullMarked
package org.caucus.identity.passkeys;

import org.jspecify.annotations.NullMarked;
