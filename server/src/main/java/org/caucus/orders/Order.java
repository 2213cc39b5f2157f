package org.caucus.orders;

import org.caucus.lists.Delivery;
import org.caucus.lists.mail.Pause;

/**
 * One thing asked by mail. Where a list is named, it is as its author wrote it: its short name or
 * its address; {@link #NOTICES} stands for the notices of the workspace, {@link #ALL} for all of
 * its mail.
 */
public sealed interface Order {
  /** What stands for the notices of the workspace. */
  String NOTICES = "notices";

  /** What stands for all mail of the workspace; no list can be called so. */
  String ALL = "*";

  /** What can be asked. */
  record Help() implements Order {}

  /** The lists one can read. */
  record Lists() implements Order {}

  /** How one gets mail. */
  record Which() implements Order {}

  /** How one gets the mail of a list from now on. */
  record SetMode(String list, Delivery mode) implements Order {}

  /** No mail on these days. */
  record Suspend(String list, Pause pause) implements Order {}

  /** No days without mail any more. */
  record Resume(String list) implements Order {}

  /** The organisations that read a list. */
  record Who(String list) implements Order {}

  /** What became of one's own copy of a post. */
  record Why(String messageId) implements Order {}

  /** A post, as a letter of its own. */
  record Get(String messageId) implements Order {}

  /** The newest posts of a list. */
  record Index(String list, int posts) implements Order {}
}
