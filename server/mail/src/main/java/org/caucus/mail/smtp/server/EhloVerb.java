package org.caucus.mail.smtp.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.server.Session;

/** EHLO and HELO, RFC 5321 section 4.1.1.1: the peer's name, and what this server can do. */
record EhloVerb(String name, SmtpServerSettings settings) implements SmtpVerb {
  @Override
  public String getName() {
    return name;
  }

  @Override
  public void execute(String line, Session session) throws IOException {
    String[] words = line.strip().split("\\s+", -1);
    if (words.length < 2) {
      session.sendResponse("501 5.5.4 Say who you are: " + name + " host.name");
      return;
    }
    session.resetMailTransaction();
    session.setHelo(words[1]);
    if (name.equals("HELO")) {
      session.sendResponse("250 " + settings.hostName());
      return;
    }
    List<String> offers = offers(session);
    StringBuilder reply = new StringBuilder("250-" + settings.hostName() + "\r\n");
    for (String offer : offers.subList(0, offers.size() - 1)) {
      reply.append("250-").append(offer).append("\r\n");
    }
    session.sendResponse(reply + "250 " + offers.getLast());
  }

  private List<String> offers(Session session) {
    List<String> offers = new ArrayList<>();
    offers.add("PIPELINING");
    offers.add("SIZE " + settings.maxLetterOctets());
    offers.add("8BITMIME");
    offers.add("SMTPUTF8");
    if (settings.certificate() != null && !session.isTLSStarted()) {
      offers.add("STARTTLS");
    }
    offers.add("ENHANCEDSTATUSCODES");
    return offers;
  }
}
