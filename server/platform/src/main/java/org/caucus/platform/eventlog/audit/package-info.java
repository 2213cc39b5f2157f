/**
 * Whether a log is what it was. {@link org.caucus.platform.eventlog.audit.LogAudit} walks one and
 * names the first position that is wrong; {@link org.caucus.platform.eventlog.audit.LogTips} keeps
 * the newest {@link org.caucus.platform.eventlog.audit.LogTip} of each beside it, so that one cut
 * off at its end is noticed too. {@link org.caucus.platform.eventlog.audit.AuditFinding} is what an
 * operator is shown.
 *
 * <p>{@link org.caucus.platform.eventlog.audit.AuditSigningKey} signs what members take home.
 *
 * <p>Anyone who has database and keys can rewrite log and kept tip alike. Against that helps only a
 * tip that is kept elsewhere: {@code caucus audit verify} prints one, and takes one printed
 * earlier.
 */
@NullMarked
package org.caucus.platform.eventlog.audit;

import org.jspecify.annotations.NullMarked;
