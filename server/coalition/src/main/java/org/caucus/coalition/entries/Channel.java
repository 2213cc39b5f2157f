package org.caucus.coalition.entries;

/** How something was said. */
public enum Channel {
  WEB,
  MAIL,
  /** By a letter of an archive that was brought in. */
  ARCHIVE
}
