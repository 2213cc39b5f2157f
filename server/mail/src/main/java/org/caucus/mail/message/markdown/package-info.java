/**
 * The text of a letter that Caucus writes, as a page that any mail program shows: {@link
 * org.caucus.mail.message.markdown.Markdown} reads it into a tree, {@link
 * org.caucus.mail.message.markdown.HtmlLetter} makes a page of that. The page says what the text
 * says, and nothing is fetched to show it.
 */
@NullMarked
package org.caucus.mail.message.markdown;

import org.jspecify.annotations.NullMarked;
