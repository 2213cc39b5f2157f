/**
 * What somebody was asked by a mention and has not answered: {@link
 * org.caucus.coalition.mentions.waiting.WaitingMentions} finds it, and {@link
 * org.caucus.coalition.mentions.waiting.MentionRoutes} shows it to the person who is asked.
 */
@NullMarked
package org.caucus.coalition.mentions.waiting;

import org.jspecify.annotations.NullMarked;
