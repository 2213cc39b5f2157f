/**
 * The doorbell: what nodes say to each other, so that nobody else can hear it or say it.
 *
 * <p>Every node of an installation derives the same {@link
 * org.caucus.platform.eventlog.cluster.bus.ClusterSecret} from the key that the master key wraps in
 * the database, so there is nothing to configure. {@link
 * org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus} seals each message under it, on top
 * of the TLS that {@link org.caucus.platform.eventlog.cluster.bus.ClusterCertificate} gives the
 * connections. {@link org.caucus.platform.eventlog.cluster.bus.AppendNotifier} says that a log is
 * longer now. None of it is ever the truth: a message that is lost, repeated or made up costs at
 * most a read of the log.
 */
@NullMarked
package org.caucus.platform.eventlog.cluster.bus;

import org.jspecify.annotations.NullMarked;
