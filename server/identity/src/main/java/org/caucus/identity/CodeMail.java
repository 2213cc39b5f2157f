package org.caucus.identity;

import io.vertx.core.Future;

/** Mails a code. */
@FunctionalInterface
public interface CodeMail {
  /** What the code is asked for; its letter says so, so that nobody gives it away for another. */
  enum Use {
    /** Signing in. */
    SIGN_IN,
    /** Confirming an act of someone who is signed in. */
    CONFIRM,
    /** Adding the address it goes to to somebody's account. */
    ADDRESS
  }

  /**
   * Takes the mail for sending; must not block. The person who asked types the code: no link acts,
   * and what a mail scanner opens uses nothing up.
   *
   * @param address the verified address of a person, as it was first spelled; for {@link
   *     Use#ADDRESS} one that is nobody's yet
   * @param code six digits
   */
  Future<Void> send(String address, String code, Use use);
}
