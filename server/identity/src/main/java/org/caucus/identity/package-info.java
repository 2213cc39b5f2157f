/**
 * Who is who: persons, how they prove it, and for how long that holds. Knows nothing of workspaces.
 *
 * <p>A person is a random id, a name and dated addresses ({@link org.caucus.identity.Persons}); a
 * seat in a workspace points here by that id. Signing in goes {@link
 * org.caucus.identity.SignInRoutes} (three operations of the contract) to {@link
 * org.caucus.identity.SignInCodes} (a six-digit code by {@link org.caucus.identity.CodeMail}, good
 * only in the browser that asked, guarded by {@link org.caucus.identity.VerificationCodes}, counted
 * by {@link org.caucus.identity.CodeLimits}) to {@link org.caucus.identity.Sessions} (a secret in a
 * cookie of {@link org.caucus.identity.Cookies}). Programs use {@link org.caucus.identity.Tokens}
 * instead. {@link org.caucus.identity.CallerLookup} is where each request asks who calls; {@link
 * org.caucus.identity.MeView} is how the rest of the house shows a person what they have.
 *
 * <p>Nobody learns here who exists: asking for a code answers alike, and after the same work, for
 * every address. Secrets ({@link org.caucus.identity.sessions.Secrets}) are 256 random bits, stored
 * only as SHA-256; people's words are sealed with the installation's key; what has run out is
 * removed by {@link org.caucus.identity.ExpirySweeper}. A second way to prove oneself, such as a
 * passkey, would stand beside {@code SignInCodes} and end in {@link
 * org.caucus.http.PersonDirectory#beginSession} as well.
 */
@NullMarked
package org.caucus.identity;

import org.jspecify.annotations.NullMarked;
