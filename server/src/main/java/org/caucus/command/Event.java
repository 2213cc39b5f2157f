package org.caucus.command;

/** Something that happened: an immutable record with a stable name in the log. Types only grow. */
public interface Event {}
