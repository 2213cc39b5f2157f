/**
 * A replica set that is not one: {@link org.caucus.platform.store.replica.StandIn} stands between
 * our program and one embedded server and shows it as three members of {@code rs0} that elect, step
 * down, drop connections, speak TLS and ask for a password. {@link
 * org.caucus.platform.store.replica.Fault} has what other servers of the protocol get wrong.
 *
 * <p>It stands for the network and the election, as MongoDB's server discovery, retryable writes
 * and SCRAM specifications have them; not for replication or storage, and not for any code of ours:
 * what is tested by it is how the program and its driver live with them. A set that replicates and
 * rolls back is what {@code CAUCUS_MONGODB_URI} of the contract suite is for.
 */
@NullMarked
package org.caucus.platform.store.replica;

import org.jspecify.annotations.NullMarked;
