package org.caucus.lists;

/** How a seat gets the mail of a list, or the notices of its workspace. */
public enum Delivery {
  /** Each post as it comes. */
  EACH,
  /** None; everything stays readable in the browser. */
  NONE
}
