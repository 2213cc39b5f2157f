package org.caucus.coalition.access;

/** What a seat may do. A role never adds to what it may read. */
public enum Role {
  /** Runs the workspace: invites, opens lists and trackers, decides on held letters. */
  CONVENOR,
  /** Takes part for a civil-society organisation. */
  MEMBER,
  /** Takes part for a company, and posts its updates. */
  LIAISON,
  /** Reads along. */
  OBSERVER
}
