package org.caucus.entries;

/** How something was said. */
public enum Via {
  WEB,
  MAIL
}
