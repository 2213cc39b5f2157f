/**
 * What a person does about their own account, each a few operations of the contract: proving once
 * more who they are ({@link org.caucus.identity.account.StepUpRoutes}), seeing and ending sessions
 * ({@link org.caucus.identity.account.SessionRoutes}), making and revoking tokens ({@link
 * org.caucus.identity.account.TokenRoutes}), adding, choosing and ending mail addresses ({@link
 * org.caucus.identity.account.AddressRoutes}, proved by {@link
 * org.caucus.identity.account.AddressVerification}), the language of letters to them ({@link
 * org.caucus.identity.account.LanguageRoutes}). None of it can be done with a token. What a stolen
 * cookie must not be enough for is marked in the contract, and asked for at the one door in {@code
 * http}; taking power away, such as ending a session, is never made harder.
 */
@NullMarked
package org.caucus.identity.account;

import org.jspecify.annotations.NullMarked;
