/**
 * What a mail system says about a letter that it did not deliver.
 *
 * <p>Begin at {@link org.caucus.email.bounces.Bounce}: it reads any letter and says which addresses
 * failed, for good or for now, and why. {@link org.caucus.email.bounces.ReportForm} tells first
 * whether it is a report at all: what people write to each other is not one. {@link
 * org.caucus.email.bounces.DeliveryStatus} reads the reports that RFC 3464 describes; {@link
 * org.caucus.email.bounces.FreeFormReport} those of systems that never heard of it; {@link
 * org.caucus.email.bounces.AutoReplyDetection} knows answering machines; {@link
 * org.caucus.email.bounces.Complaint} what RFC 5965 calls feedback. {@link
 * org.caucus.email.bounces.BounceReason} is asked first by the person who counts: of all the
 * reasons there are, only a dead address says anything about the person behind it.
 *
 * <p>Nothing here acts, and nothing here knows who was written to: that is told by the return path.
 */
@NullMarked
package org.caucus.email.bounces;

import org.jspecify.annotations.NullMarked;
