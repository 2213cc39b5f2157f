package org.caucus.coalition.access;

/** Which side an organisation is on. An international human-rights group is civil society. */
public enum Side {
  CIVIL_SOCIETY,
  COMPANY
}
