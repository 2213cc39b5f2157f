package org.caucus.accounts;

import io.vertx.core.Future;

/** Mails a sign-in code. */
@FunctionalInterface
public interface CodeMail {
  /**
   * Takes the mail for sending; must not block. The mail's link is {@code {base}/sign-in#code=...}:
   * a fragment reaches no server log, and the page acts only when its reader presses the button.
   *
   * @param address the verified address of a person, as it was first spelled
   * @param code six digits
   */
  Future<Void> send(String address, String code);
}
