package org.caucus.wishes;

/** By which channel a seat wants to hear of a kind of happening. */
public record Chosen(Kind kind, Way way) {}
