/**
 * Who does what, when many nodes could: one at a time, without a clock that nodes would have to
 * agree on.
 *
 * <p>{@link org.caucus.platform.eventlog.cluster.leases.Node} is this process among the others.
 * While it lives it writes a higher version into its one document every second; a node whose
 * document did not change for a whole {@link
 * org.caucus.platform.eventlog.cluster.leases.Node#LEASE}, as measured by the node that looks, is
 * declared dead by compare-and-replace, and stays dead: should the process wake, it finds out and
 * goes on under a new name. {@link org.caucus.platform.eventlog.cluster.leases.NodeConfig} in the
 * same document say how it was set; {@link
 * org.caucus.platform.eventlog.cluster.leases.ClusterCompatibility} compares them. {@link
 * org.caucus.platform.eventlog.cluster.leases.Leases} are documents that name their holder. A
 * holder's lease is good as long as the holder lives, so an idle workspace costs nothing.
 *
 * <p>A process that slept may act once more before it finds out. Therefore every effect behind a
 * lease happens once by its own id, and every note of progress is a compare-and-replace: {@link
 * org.caucus.platform.eventlog.cluster.leases.Lease#version} is the fencing token.
 */
@NullMarked
package org.caucus.platform.eventlog.cluster.leases;

import org.jspecify.annotations.NullMarked;
