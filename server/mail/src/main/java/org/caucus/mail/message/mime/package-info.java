/**
 * The parts of a letter (RFC 2045, RFC 2046), changed one by one; what no change is for stays the
 * same octets. {@link org.caucus.mail.message.mime.PartChange} walks them, {@link
 * org.caucus.mail.message.mime.ContentType} reads what a part is, {@link
 * org.caucus.mail.message.mime.TransferEncoding} and {@link org.caucus.mail.message.mime.WireForm}
 * write it as a host can take it, and {@link org.caucus.mail.message.mime.AsciiHeader} its fields.
 */
@NullMarked
package org.caucus.mail.message.mime;

import org.jspecify.annotations.NullMarked;
