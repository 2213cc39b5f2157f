package org.caucus.mail.smtp.server;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.ratelimit.PeerRates;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.Session;

/**
 * MAIL FROM, RFC 5321 section 4.1.1.2, with SIZE (RFC 1870), BODY (RFC 6152) and SMTPUTF8 (RFC
 * 6531).
 */
record MailVerb(SmtpServerSettings settings, Semaphore memory, PeerRates rates)
    implements SmtpVerb {
  @Override
  public String getName() {
    return "MAIL";
  }

  @Override
  public void execute(String line, Session session) throws IOException {
    session.sendResponse(answer(line, session));
  }

  private String answer(String line, Session session) {
    if (session.getHelo().isEmpty()) {
      return "503 5.5.1 Say EHLO first";
    }
    if (settings.underTlsOnly() && !session.isTLSStarted()) {
      return "530 5.7.0 Must issue a STARTTLS command first"; // RFC 3207 section 4
    }
    if (session.isMailTransactionInProgress()) {
      return "503 5.5.1 One transaction at a time";
    }
    Optional<Argument> path = Argument.parse(line, "FROM:");
    if (path.isEmpty()) {
      return "501 5.5.4 Syntax: MAIL FROM:<address>";
    }
    Optional<String> refusal = refusal(path.get().parameters());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean utf8 = path.get().parameters().containsKey("SMTPUTF8");
    if (!utf8 && !path.get().isAscii()) {
      return "550 5.6.7 A non-ASCII address needs SMTPUTF8";
    }
    Optional<MailAddress> sender = MailAddress.parse(path.get().mailbox());
    if (sender.isEmpty() && !path.get().mailbox().isEmpty()) {
      return "553 5.1.7 That sender address cannot be read";
    }
    if (rates.isTooMany(session.getRemoteAddress().getAddress())) {
      return PeerRates.TOO_MANY_LETTERS;
    }
    begin(session, sender.orElse(null), utf8);
    return "250 2.1.0 Sender noted";
  }

  private static void begin(Session session, @Nullable MailAddress sender, boolean utf8) {
    session.startMailTransaction();
    ((SmtpTransaction) session.getMessageHandler()).begin(sender, utf8);
  }

  private Optional<String> refusal(Map<String, String> parameters) {
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String value = parameter.getValue();
      boolean fine =
          switch (parameter.getKey()) {
            case "SIZE" -> value.matches("[0-9]{1,20}");
            case "BODY" -> value.matches("(?i)7BIT|8BITMIME");
            case "SMTPUTF8" -> value.isEmpty();
            default -> false;
          };
      if (!fine) {
        return Optional.of("555 5.5.4 A parameter of MAIL FROM is unknown or malformed");
      }
    }
    String size = parameters.getOrDefault("SIZE", "0");
    boolean tooLarge = size.length() > 18 || Long.parseLong(size) > settings.maxLetterOctets();
    if (tooLarge) {
      return Optional.of(DataVerb.tooLarge(settings));
    }
    // better said now than after the letter has come in vain (RFC 1870 section 6.1)
    boolean room = Long.parseLong(size) / DataReader.PERMIT_OCTETS <= memory.availablePermits();
    return room ? Optional.empty() : Optional.of(DataVerb.NO_ROOM);
  }
}
