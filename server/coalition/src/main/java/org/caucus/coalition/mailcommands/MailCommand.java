package org.caucus.coalition.mailcommands;

import java.time.ZoneId;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked by mail. Where a list is named, it is as its author wrote it: its short name or
 * its address; {@link #NOTICES} stands for the notices of the workspace, and so does that word in
 * another language where no list has the name; {@link #ALL} stands for all mail of the workspace.
 */
public sealed interface MailCommand {
  /** What stands for the notices of the workspace. */
  String NOTICES = "notices";

  /** What stands for all mail of the workspace; no list can be called so. */
  String ALL = "*";

  /**
   * What stands before the short name of a list where none was written, but the letter came to its
   * address: so a list that is called like something else is itself there.
   */
  String HERE = "=";

  /** What can be asked. */
  record Help() implements MailCommand {}

  /** The lists one can read. */
  record Lists() implements MailCommand {}

  /** How one gets mail. */
  record Which() implements MailCommand {}

  /** How one gets the mail of a list from now on. */
  record SetMode(String list, Delivery mode) implements MailCommand {}

  /** The mail of a list again, if there was none; else as one gets it. */
  record Join(String list) implements MailCommand {}

  /** In which language this server writes to them. */
  record Speak(Language language) implements MailCommand {}

  /** Where their morning is. */
  record Zone(ZoneId zone) implements MailCommand {}

  /** Whether they are told who reads what they post by mail. */
  record Echo(boolean on) implements MailCommand {}

  /** What they can read and these words find, the newest first. */
  record Search(String words) implements MailCommand {}

  /**
   * How one hears of one kind of notice from now on, or of a weekly letter.
   *
   * @param kind null for a weekly letter
   * @param way for a weekly letter: anything by mail, or none
   */
  record Hear(
      @Nullable NotificationReason kind, @Nullable WeeklyMailing weekly, NotificationChannel way)
      implements MailCommand {}

  /** No mail on these days. */
  record Suspend(String list, MailPause pause) implements MailCommand {}

  /** No days without mail any more. */
  record Resume(String list) implements MailCommand {}

  /** The organisations that read a list. */
  record Who(String list) implements MailCommand {}

  /** What became of one's own copy of a post; of others' for its author and convenors. */
  record Why(String messageId) implements MailCommand {}

  /** A post, as a letter of its own. */
  record Get(String messageId) implements MailCommand {}

  /** The newest posts of a list. */
  record Index(String list, int posts) implements MailCommand {}
}
