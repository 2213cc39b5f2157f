/**
 * Letters about accounts: {@link org.caucus.messaging.notifications.accounts.SignInMail} brings
 * codes, {@link org.caucus.messaging.notifications.accounts.AccountMail} tells of what was done
 * about an account, {@link org.caucus.messaging.notifications.accounts.WebhookMail} of programs
 * that could not be told. What they say, and what an invitation says, is in {@link
 * org.caucus.messaging.notifications.accounts.AccountMessages}.
 */
@NullMarked
package org.caucus.messaging.notifications.accounts;

import org.jspecify.annotations.NullMarked;
