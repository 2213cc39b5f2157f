package org.caucus.coalition.trackers.fields;

/** Where an issue is in its workflow. */
public enum IssueState {
  TRIAGE,
  OPEN,
  IN_PROGRESS,
  WAITING,
  DONE,
  DECLINED;

  /** Done or declined. */
  public boolean closed() {
    return this == DONE || this == DECLINED;
  }
}
