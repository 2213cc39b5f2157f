/**
 * What an operator watches: numbers and the state of health, on a port of their own that listens on
 * loopback only. Names and numbers, never a word, a slug or an address.
 *
 * <p>{@link org.caucus.platform.observability.MetricsServer} answers {@code /metrics} (Prometheus
 * text), {@code /health} (the process lives) and {@code /ready} (it can serve, or why not, by
 * {@link org.caucus.platform.observability.Readiness}). {@link
 * org.caucus.platform.observability.Gauges} asks the parts how they are at the moment somebody
 * looks. What happens often is counted where it happens, by {@link
 * org.caucus.workspace.CommitMeters}.
 */
@NullMarked
package org.caucus.platform.observability;

import org.jspecify.annotations.NullMarked;
