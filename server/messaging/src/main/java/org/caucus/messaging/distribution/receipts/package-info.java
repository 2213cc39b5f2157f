/**
 * Who holds a mailed copy of what: the ledger of deliveries, asked by thing. {@link
 * org.caucus.messaging.distribution.receipts.DeliveryReceipts} names them before and after
 * something is narrowed.
 */
@NullMarked
package org.caucus.messaging.distribution.receipts;

import org.jspecify.annotations.NullMarked;
