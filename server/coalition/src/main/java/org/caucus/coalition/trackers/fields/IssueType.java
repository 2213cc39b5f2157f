package org.caucus.coalition.trackers.fields;

/** What kind of matter an issue is. */
public enum IssueType {
  PROVISION_CONCERN,
  TASK,
  QUESTION,
  COMPANY_REQUEST,
  DECISION
}
