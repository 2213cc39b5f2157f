package org.caucus.platform.eventlog.cluster.leases;

/**
 * A right to do something, and how far it is done.
 *
 * @param name what it is the right to
 * @param holder the node's id at the time
 * @param version what the next change must find in the database, or it is refused
 * @param value how far its holders got; 0 at the beginning
 */
public record Lease(String name, String holder, long version, long value) {}
