/**
 * Letters about accounts: {@link org.caucus.notices.accounts.SignInMail} brings codes, {@link
 * org.caucus.notices.accounts.AccountMail} tells of what was done about an account, {@link
 * org.caucus.notices.accounts.WebhookMail} of programs that could not be told. What they say, and
 * what an invitation says, is in {@link org.caucus.notices.accounts.AccountMessages}.
 */
@NullMarked
package org.caucus.notices.accounts;

import org.jspecify.annotations.NullMarked;
