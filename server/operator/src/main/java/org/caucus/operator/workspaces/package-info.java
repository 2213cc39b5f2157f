/**
 * What operators have done with the record as a whole: {@link
 * org.caucus.operator.workspaces.AuditCommand} checks it, {@link
 * org.caucus.operator.workspaces.WorkspaceExportCommand} and {@link
 * org.caucus.operator.workspaces.WorkspaceImportCommand} carry it from one installation to another.
 */
@NullMarked
package org.caucus.operator.workspaces;

import org.jspecify.annotations.NullMarked;
