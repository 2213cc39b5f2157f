package org.caucus.command;

/**
 * Makes a command happen once however often it is sent.
 *
 * @param value unique per seat: the Idempotency-Key of a request, or the id of a letter
 * @param fingerprint hash of what was asked; the same key with another fingerprint is refused
 */
public record Key(String value, String fingerprint) {}
