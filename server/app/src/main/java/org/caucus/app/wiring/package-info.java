/**
 * How the server is put together from its modules: {@link org.caucus.app.wiring.Wiring} makes the
 * whole, {@link org.caucus.app.wiring.StorageWiring} the log and the store, {@link
 * org.caucus.app.wiring.InboundMailWiring} and {@link org.caucus.app.wiring.OutboundMailWiring}
 * mail, {@link org.caucus.app.wiring.WebWiring} the pages and the API, {@link
 * org.caucus.app.wiring.ObservabilityWiring} what can be watched.
 */
@NullMarked
package org.caucus.app.wiring;

import org.jspecify.annotations.NullMarked;
