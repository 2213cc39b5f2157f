/**
 * Who gets a letter: {@link org.caucus.messaging.distribution.recipients.RecipientBatches} divides
 * seats into parcels, the same ones each time the log is read, {@link
 * org.caucus.messaging.distribution.recipients.BatchState} is a state no older than the commit of a
 * parcel, and {@link org.caucus.messaging.distribution.recipients.SeatAddresses} says where a seat
 * takes its mail.
 */
@NullMarked
package org.caucus.messaging.distribution.recipients;

import org.jspecify.annotations.NullMarked;
