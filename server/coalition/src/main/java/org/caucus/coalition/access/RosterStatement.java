package org.caucus.coalition.access;

import java.util.List;

/**
 * What a convenor stated of somebody in a roster they brought along.
 *
 * @param consented that this person has agreed already to be in the workspace; a statement, which
 *     opens no seat by itself: anyone who is invited takes it
 * @param mail in which mode the mail of which lists is to come once the seat is taken
 */
public record RosterStatement(boolean consented, List<Mail> mail) {
  /** Most lists of one row. */
  public static final int MAX_LISTS = 20;

  /** A copy that nobody else can change. */
  public RosterStatement {
    mail = List.copyOf(mail);
  }

  /**
   * How the mail of one list is to come.
   *
   * @param mode as {@code org.caucus.coalition.lists.Delivery} names it
   */
  public record Mail(String list, String mode) {}
}
