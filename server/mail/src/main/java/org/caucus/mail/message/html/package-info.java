/**
 * The formatted form of a letter, made harmless. {@link org.caucus.mail.message.html.HtmlSanitizer}
 * takes out what acts, what asks another host for something, and what hides; it shows where links
 * lead.
 */
@NullMarked
package org.caucus.mail.message.html;

import org.jspecify.annotations.NullMarked;
