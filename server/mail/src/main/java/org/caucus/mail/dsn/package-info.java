/**
 * What a mail system says about a letter that it did not deliver.
 *
 * <p>Begin at {@link org.caucus.mail.dsn.Bounce}: it reads any letter and says which addresses
 * failed, for good or for now, and why. {@link org.caucus.mail.dsn.ReportForm} tells first whether
 * it is a report at all: what people write to each other is not one. {@link
 * org.caucus.mail.dsn.DeliveryStatus} reads the reports that RFC 3464 describes; {@link
 * org.caucus.mail.dsn.FreeFormReport} those of systems that never heard of it; {@link
 * org.caucus.mail.dsn.AutoReplyDetection} knows answering machines; {@link
 * org.caucus.mail.dsn.Complaint} what RFC 5965 calls feedback. {@link
 * org.caucus.mail.dsn.BounceReason} is asked first by the person who counts: of all the reasons
 * there are, only a dead address says anything about the person behind it.
 *
 * <p>Nothing here acts, and nothing here knows who was written to: that is told by the return path.
 */
@NullMarked
package org.caucus.mail.dsn;

import org.jspecify.annotations.NullMarked;
