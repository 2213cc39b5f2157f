/**
 * What letters of this server say, in the language of the person who reads them. {@link
 * org.caucus.platform.i18n.Language} is what a person chose; {@link
 * org.caucus.platform.i18n.MessageCatalogue} are the sentences of one area, from {@code
 * words/<area>.<language>.properties}; {@link org.caucus.platform.i18n.Messages} says a message by
 * its code; {@link org.caucus.platform.i18n.LegacyReasons} recognises what logs of before have in
 * English alone. All languages have the same sentences: a test compares them. Decisions 0473 and
 * 0574 say why.
 *
 * <p>A sentence names its values and is filled by ICU ({@link
 * org.caucus.platform.i18n.IcuMessage}). {@link org.caucus.platform.i18n.EnumNames} are the names
 * of states, kinds and terms, the same wherever they are said; {@link
 * org.caucus.platform.i18n.LocalFormats} writes days, times, lists and sizes.
 */
@NullMarked
package org.caucus.platform.i18n;

import org.jspecify.annotations.NullMarked;
