/**
 * Who is who: persons, how they prove it, and for how long that holds. Knows nothing of workspaces.
 *
 * <p>A person is a random id, a name and dated addresses ({@link org.caucus.accounts.Persons}); a
 * seat in a workspace points here by that id. Signing in goes {@link
 * org.caucus.accounts.SignInRoutes} (three operations of the contract) to {@link
 * org.caucus.accounts.SignInCodes} (a six-digit code by {@link org.caucus.accounts.CodeMail}, good
 * only in the browser that asked, guarded by {@link org.caucus.accounts.VerificationCodes}, counted
 * by {@link org.caucus.accounts.CodeLimits}) to {@link org.caucus.accounts.Sessions} (a secret in a
 * cookie of {@link org.caucus.accounts.Cookies}). Programs use {@link org.caucus.accounts.Tokens}
 * instead. {@link org.caucus.accounts.CallerLookup} is where each request asks who calls; {@link
 * org.caucus.accounts.MeView} is how the rest of the house shows a person what they have.
 *
 * <p>Nobody learns here who exists: asking for a code answers alike, and after the same work, for
 * every address. Secrets ({@link org.caucus.accounts.held.Secrets}) are 256 random bits, stored
 * only as SHA-256; people's words are sealed with the installation's key; what has run out is
 * removed by {@link org.caucus.accounts.ExpirySweeper}. A second way to prove oneself, such as a
 * passkey, would stand beside {@code SignInCodes} and end in {@link
 * org.caucus.http.PersonDirectory#beginSession} as well.
 */
@NullMarked
package org.caucus.accounts;

import org.jspecify.annotations.NullMarked;
