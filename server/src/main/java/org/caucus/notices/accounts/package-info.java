/**
 * Letters about accounts: {@link org.caucus.notices.accounts.SignInMail} brings codes, {@link
 * org.caucus.notices.accounts.AccountMail} tells of what was done about an account. What they say,
 * and what an invitation says, is in {@link org.caucus.notices.accounts.AccountWords}.
 */
@NullMarked
package org.caucus.notices.accounts;

import org.jspecify.annotations.NullMarked;
