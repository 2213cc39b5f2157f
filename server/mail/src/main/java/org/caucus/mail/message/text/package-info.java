/**
 * Octets of mail to words for people. {@link org.caucus.mail.message.text.HeaderText} and {@link
 * org.caucus.mail.message.text.HeaderFields} read header values, {@link
 * org.caucus.mail.message.text.ReadableText} reads bodies, {@link
 * org.caucus.mail.message.text.FileNames} makes attached names safe. All are lenient: mail is often
 * not what it declares.
 */
@NullMarked
package org.caucus.mail.message.text;

import org.jspecify.annotations.NullMarked;
