package org.caucus.platform.limits;

/** Whose input is parsed: members' comes first. */
public enum InputSource {
  /** People whose sign-in or signature is known. */
  MEMBERS,
  /** Everybody else. */
  STRANGERS
}
