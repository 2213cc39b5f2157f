package org.caucus.mail.smtp.server;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.caucus.mail.message.MailAddress;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;

/**
 * One mail transaction, from MAIL FROM to the end of DATA. The verbs fill it; SubEtha only keeps it
 * for them.
 */
final class SmtpTransaction implements MessageHandler {
  private final List<MailAddress> recipients = new ArrayList<>();
  private @Nullable MailAddress sender;
  private boolean smtpUtf8;

  void begin(@Nullable MailAddress from, boolean utf8) {
    sender = from;
    smtpUtf8 = utf8;
  }

  /** Adds a recipient; a repeated one counts once, so that it gets one letter. */
  void add(MailAddress recipient) {
    if (!recipients.contains(recipient)) {
      recipients.add(recipient);
    }
  }

  @Nullable MailAddress sender() {
    return sender;
  }

  List<MailAddress> recipients() {
    return recipients;
  }

  boolean smtpUtf8() {
    return smtpUtf8;
  }

  @Override
  public void from(String from) {
    throw new IllegalStateException("MailVerb begins the transaction itself");
  }

  @Override
  public void recipient(String recipient) {
    throw new IllegalStateException("RcptVerb adds recipients itself");
  }

  @Override
  public String data(InputStream data) {
    throw new IllegalStateException("DataVerb reads the wire itself");
  }

  @Override
  public void done() {
    recipients.clear();
  }
}
