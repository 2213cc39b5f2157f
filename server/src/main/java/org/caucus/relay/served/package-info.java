/**
 * Who holds a mailed copy of what: the ledger of deliveries, asked by thing. {@link
 * org.caucus.relay.served.DeliveryReceipts} names them before and after something is narrowed.
 */
@NullMarked
package org.caucus.relay.served;

import org.jspecify.annotations.NullMarked;
