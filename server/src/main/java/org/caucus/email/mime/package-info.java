/**
 * The parts of a letter (RFC 2045, RFC 2046), changed one by one; what no change is for stays the
 * same octets. {@link org.caucus.email.mime.PartChange} walks them, {@link
 * org.caucus.email.mime.ContentType} reads what a part is, {@link
 * org.caucus.email.mime.TransferEncoding} and {@link org.caucus.email.mime.WireForm} write it as a
 * host can take it, and {@link org.caucus.email.mime.AsciiHeader} its fields.
 */
@NullMarked
package org.caucus.email.mime;

import org.jspecify.annotations.NullMarked;
