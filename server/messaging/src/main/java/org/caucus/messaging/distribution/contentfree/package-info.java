/**
 * Mail that says only that there is something new, and where: {@link
 * org.caucus.messaging.distribution.contentfree.ContentFreeMail}. Which mail that is, {@link
 * org.caucus.coalition.lists.MailContent} says.
 */
@NullMarked
package org.caucus.messaging.distribution.contentfree;

import org.jspecify.annotations.NullMarked;
