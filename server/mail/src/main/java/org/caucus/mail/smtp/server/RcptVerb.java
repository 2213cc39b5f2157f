package org.caucus.mail.smtp.server;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.ratelimit.PeerRates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.Session;

/**
 * RCPT TO, RFC 5321 section 4.1.1.3. Every unknown address gets the same answer, which does not
 * repeat it.
 */
record RcptVerb(SmtpServerSettings settings, RecipientCheck recipients, PeerRates rates)
    implements SmtpVerb {
  private static final Logger LOG = LoggerFactory.getLogger(RcptVerb.class);

  @Override
  public String getName() {
    return "RCPT";
  }

  @Override
  public void execute(String line, Session session) throws IOException {
    session.sendResponse(answer(line, session));
  }

  private String answer(String line, Session session) {
    if (!session.isMailTransactionInProgress()) {
      return "503 5.5.1 MAIL FROM comes first";
    }
    SmtpTransaction transaction = (SmtpTransaction) session.getMessageHandler();
    if (transaction.recipients().size() >= settings.maxRecipients()) {
      return "452 4.5.3 Too many recipients, send the rest in another transaction";
    }
    Optional<Argument> path = Argument.parse(line, "TO:");
    if (path.isEmpty()) {
      return "501 5.5.4 Syntax: RCPT TO:<address>";
    }
    if (!path.get().parameters().isEmpty()) {
      return "555 5.5.4 RCPT TO takes no parameters here";
    }
    if (!transaction.smtpUtf8() && !path.get().isAscii()) {
      return "553 5.6.7 A non-ASCII address needs SMTPUTF8, said with MAIL FROM";
    }
    Optional<MailAddress> recipient = MailAddress.parse(complete(path.get().mailbox()));
    if (recipient.isEmpty()) {
      return "501 5.1.3 That address cannot be read";
    }
    InetAddress peer = session.getRemoteAddress().getAddress();
    if (rates.isGuessing(peer)) {
      return PeerRates.TOO_MANY_GUESSES;
    }
    Optional<RecipientCheck.Refusal> refusal = refusal(recipient.get());
    if (refusal.isPresent()) {
      if (refusal.get() == RecipientCheck.Refusal.UNKNOWN) {
        rates.guessed(peer);
      }
      return refusal.get().reply();
    }
    transaction.add(recipient.get());
    return "250 2.1.5 Recipient noted";
  }

  /** Every host must know the bare {@code postmaster} (RFC 5321 section 4.5.1). */
  private String complete(String mailbox) {
    return mailbox.equalsIgnoreCase("postmaster") ? mailbox + "@" + settings.hostName() : mailbox;
  }

  private Optional<RecipientCheck.Refusal> refusal(MailAddress recipient) {
    try {
      return recipients.refusal(recipient);
    } catch (Exception e) {
      // Whatever failed behind this port, the peer must keep the letter and ask again.
      LOG.warn("recipient check failed: {}", e.getClass().getName());
      return Optional.of(RecipientCheck.Refusal.TRY_LATER);
    }
  }
}
