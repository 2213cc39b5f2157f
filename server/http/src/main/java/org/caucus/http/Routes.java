package org.caucus.http;

/** Some operations of the contract, answered by one class of a capability. */
public interface Routes {
  /** Says which operations it answers. */
  void mount(Operations operations);
}
