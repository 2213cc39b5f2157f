package org.caucus.coalition.lists.subscriptions;

/** A letter that comes once a week to the person who wants it. The names are in the log. */
public enum WeeklyMailing {
  /** What companies said, company by company. */
  UPDATES,
  /** What happened, organisation by organisation. */
  ACTIVITY
}
