/**
 * What operators have done with the record as a whole: {@link
 * org.caucus.operator.records.AuditCommand} checks it, {@link
 * org.caucus.operator.records.WorkspaceExportCommand} and {@link
 * org.caucus.operator.records.WorkspaceImportCommand} carry it from one installation to another.
 */
@NullMarked
package org.caucus.operator.records;

import org.jspecify.annotations.NullMarked;
