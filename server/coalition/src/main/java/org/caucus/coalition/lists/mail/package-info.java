/**
 * Conversations that letters begin: {@link org.caucus.coalition.lists.mail.ConversationMail} begins
 * one between the author and the people whom a letter names, in To and Cc or in a line at its head.
 */
@NullMarked
package org.caucus.coalition.lists.mail;

import org.jspecify.annotations.NullMarked;
