package org.caucus.mail.smtp.server;

import java.util.Optional;
import org.caucus.mail.message.MailAddress;

/** Says at RCPT TO whether mail for an address is taken. */
@FunctionalInterface
public interface RecipientCheck {
  /**
   * Why mail for an address is not taken. Each has one answer, the same for every address: it must
   * not tell more.
   */
  enum Refusal {
    /** Nobody here has that address. Answered {@code 550 5.1.1}, for good. */
    UNKNOWN(550, "5.1.1", "No such mailbox here"),
    /** It cannot be told now. Answered {@code 451 4.3.0}; the peer tries again. */
    TRY_LATER(451, "4.3.0", "Try again later");

    private final int code;
    private final String enhanced;
    private final String text;

    Refusal(int code, String enhanced, String text) {
      this.code = code;
      this.enhanced = enhanced;
      this.text = text;
    }

    String reply() {
      return code + " " + enhanced + " " + text;
    }
  }

  /**
   * Nothing when mail for this address is taken, else why not. Runs on a virtual thread and may
   * block.
   */
  Optional<Refusal> refusal(MailAddress recipient);
}
