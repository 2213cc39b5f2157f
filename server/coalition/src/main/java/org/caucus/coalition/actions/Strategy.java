package org.caucus.coalition.actions;

/** By which of the field's ways an action means to change something. */
public enum Strategy {
  RESEARCH,
  PUBLIC_ADVOCACY,
  PRIVATE_ADVOCACY,
  INVESTOR_ENGAGEMENT,
  CONSUMER_AWARENESS,
  MULTISTAKEHOLDER_INITIATIVE,
  OTHER
}
