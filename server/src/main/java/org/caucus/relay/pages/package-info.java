/**
 * Where links in mail lead that do one thing: {@link org.caucus.relay.pages.TicketRoutes} is what
 * such pages have in common, whatever their tickets are for.
 */
@NullMarked
package org.caucus.relay.pages;

import org.jspecify.annotations.NullMarked;
