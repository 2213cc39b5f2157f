package org.caucus.platform.eventlog.keys.rotation;

/**
 * How far a rotation is.
 *
 * @param collection being read
 * @param seen documents read in this look
 * @param resealed of them, those that an old key had sealed
 */
public record RotationProgress(String collection, long seen, long resealed) {}
