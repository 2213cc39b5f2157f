/**
 * Many nodes as one: {@link org.caucus.platform.eventlog.cluster.Cluster} makes a Vert.x whose
 * event bus reaches the others, by Infinispan's list of members ({@link
 * org.caucus.platform.eventlog.cluster.JGroupsStack}: JGroups over TCP, no multicast).
 *
 * <p>Both kinds of connection, those of JGroups and those of the event bus, are TLS 1.3 where each
 * side shows the {@link org.caucus.platform.eventlog.cluster.bus.ClusterCertificate} that only this
 * installation can derive. So a cluster with the same name and another master key cannot be joined,
 * nor join; a node that is told to finds it out by {@link
 * org.caucus.platform.eventlog.cluster.ClusterPeers#check} and does not start.
 *
 * <p>The bus may lose what it likes: see {@code org.caucus.platform.eventlog.cluster.bus} and
 * {@code org.caucus.workspace.nodes.LogPoller}.
 */
@NullMarked
package org.caucus.platform.eventlog.cluster;

import org.jspecify.annotations.NullMarked;
