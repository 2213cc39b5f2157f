package org.caucus.kernel;

/**
 * A command that is durable in the log.
 *
 * @param position the opaque position of its commit
 * @param thing id of what it made or changed
 */
public record Committed(String position, String thing) {}
