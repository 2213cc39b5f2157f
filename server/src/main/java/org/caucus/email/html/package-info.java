/**
 * The formatted form of a letter, made harmless. {@link org.caucus.email.html.HtmlSanitizer} takes
 * out what acts, what asks another host for something, and what hides; it shows where links lead.
 */
@NullMarked
package org.caucus.email.html;

import org.jspecify.annotations.NullMarked;
