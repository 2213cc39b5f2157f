/**
 * Directories of letters as others left them. {@link
 * org.caucus.mail.mailbox.folders.MaildirLocation}: what the names of files and folders say of the
 * letters in them, flags of a Maildir, folders of drafts and of what was thrown away. {@link
 * org.caucus.mail.mailbox.folders.DirectoryBounds}: that nothing leads out.
 */
@NullMarked
package org.caucus.mail.mailbox.folders;

import org.jspecify.annotations.NullMarked;
