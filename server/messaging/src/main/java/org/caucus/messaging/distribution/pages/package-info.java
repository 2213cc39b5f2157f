/**
 * Where links in mail lead that do one thing: {@link
 * org.caucus.messaging.distribution.pages.TicketRoutes} is what such pages have in common, whatever
 * their tickets are for.
 */
@NullMarked
package org.caucus.messaging.distribution.pages;

import org.jspecify.annotations.NullMarked;
