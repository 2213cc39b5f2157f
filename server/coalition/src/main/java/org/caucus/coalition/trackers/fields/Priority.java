package org.caucus.coalition.trackers.fields;

/** How pressing an issue is, the most pressing first. */
public enum Priority {
  URGENT,
  HIGH,
  NORMAL,
  LOW
}
