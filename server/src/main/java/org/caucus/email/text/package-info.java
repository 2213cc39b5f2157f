/**
 * Octets of mail to words for people. {@link org.caucus.email.text.HeaderText} and {@link
 * org.caucus.email.text.HeaderFields} read header values, {@link
 * org.caucus.email.text.ReadableText} reads bodies, {@link org.caucus.email.text.FileNames} makes
 * attached names safe. All are lenient: mail is often not what it declares.
 */
@NullMarked
package org.caucus.email.text;

import org.jspecify.annotations.NullMarked;
