package org.caucus.kernel;

/** Something that happened: an immutable record with a stable name in the log. Types only grow. */
public interface Event {}
