/**
 * What a person does about their own account, each a few operations of the contract: proving once
 * more who they are ({@link org.caucus.accounts.page.StepUpRoutes}), seeing and ending sessions
 * ({@link org.caucus.accounts.page.SessionRoutes}), making and revoking tokens ({@link
 * org.caucus.accounts.page.TokenRoutes}), adding, choosing and ending mail addresses ({@link
 * org.caucus.accounts.page.AddressRoutes}, proved by {@link
 * org.caucus.accounts.page.AddressVerification}), the language of letters to them ({@link
 * org.caucus.accounts.page.LanguageRoutes}). None of it can be done with a token. What a stolen
 * cookie must not be enough for is marked in the contract, and asked for at the one door in {@code
 * http}; taking power away, such as ending a session, is never made harder.
 */
@NullMarked
package org.caucus.accounts.page;

import org.jspecify.annotations.NullMarked;
