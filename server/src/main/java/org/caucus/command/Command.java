package org.caucus.command;

/** Something a seat, or the server on its behalf, asks of a workspace. */
public interface Command {}
