/**
 * Mail that says only that there is something new, and where: {@link
 * org.caucus.relay.bare.ContentFreeMail}. Which mail that is, {@link org.caucus.lists.MailContent}
 * says.
 */
@NullMarked
package org.caucus.relay.bare;

import org.jspecify.annotations.NullMarked;
