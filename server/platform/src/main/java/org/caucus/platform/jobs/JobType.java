package org.caucus.platform.jobs;

import java.util.function.Function;

/**
 * A kind of jobs, and how one is written.
 *
 * @param kind its name, which is also that of its collection
 * @param write the octets that are sealed
 * @param read a job from such octets, also from those that an earlier version wrote
 * @param workspace the id of the workspace it belongs to
 */
public record JobType<J>(
    String kind,
    Function<J, byte[]> write,
    Function<byte[], J> read,
    Function<J, String> workspace) {}
