/**
 * {@code caucus backup} and {@code caucus restore}: the embedded database copied while it is in
 * use, tried by restoring it, and put back. {@link org.caucus.operator.backup} does the work;
 * {@link org.caucus.app.backup.BackupPlace} says where backups may be.
 */
@NullMarked
package org.caucus.app.backup;

import org.jspecify.annotations.NullMarked;
