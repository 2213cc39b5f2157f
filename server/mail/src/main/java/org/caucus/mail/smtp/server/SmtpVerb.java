package org.caucus.mail.smtp.server;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/** One SMTP command. The name is both the verb's and the key under which SubEtha finds it. */
interface SmtpVerb extends Command {
  /** Answers one command line. */
  @Override
  void execute(String line, Session session) throws IOException, DropConnectionException;

  @Override
  default HelpMessage getHelp() {
    return new HelpMessage(getName(), "see RFC 5321");
  }

  /**
   * A verb with one answer whatever the state.
   *
   * @param resets whether it also ends a transaction
   */
  record Fixed(String name, String reply, boolean resets) implements SmtpVerb {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public void execute(String line, Session session) throws IOException {
      if (resets) {
        session.resetMailTransaction();
      }
      session.sendResponse(reply);
    }
  }

  /** QUIT, RFC 5321 section 4.1.1.10. */
  record Quit() implements SmtpVerb {
    @Override
    public String getName() {
      return "QUIT";
    }

    @Override
    public void execute(String line, Session session) throws IOException {
      session.sendResponse("221 2.0.0 Goodbye");
      session.quit();
    }
  }

  /**
   * The argument of MAIL FROM and RCPT TO (RFC 5321 section 4.1.2): a path, then parameters.
   *
   * @param mailbox what stood between the angle brackets, source route left off
   * @param parameters by upper-case keyword; an empty value where none was given
   */
  record Argument(String mailbox, Map<String, String> parameters) {
    /** Quoted strings may hold any bracket. A path without brackets is wrong and common. */
    private static final Pattern ARGUMENT =
        Pattern.compile(
            "\\s*(?:<((?:\"(?:\\\\.|[^\"\\\\])*\"|[^<>\"])*)>|([^\\s<>]+))((?:\\s+[^\\s]+)*)\\s*");

    private static final Pattern SOURCE_ROUTE = Pattern.compile("^@[^:\"]*:");

    /** Whether a host that knows no SMTPUTF8 (RFC 6531) could say it. */
    boolean isAscii() {
      return mailbox.chars().allMatch(c -> c < 0x80);
    }

    /** Reads what follows {@code FROM:} or {@code TO:}; nothing when it is malformed. */
    static Optional<Argument> parse(String line, String keyword) {
      int at = line.toUpperCase(Locale.ROOT).indexOf(keyword);
      if (at < 0 || !line.substring(4, at).isBlank()) {
        return Optional.empty();
      }
      Matcher matcher = ARGUMENT.matcher(line.substring(at + keyword.length()));
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String mailbox = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      Map<String, String> parameters = new TreeMap<>();
      for (String word : matcher.group(3).strip().split("\\s+", -1)) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        parameters.put(name.toUpperCase(Locale.ROOT), equals < 0 ? "" : word.substring(equals + 1));
      }
      parameters.remove("");
      return Optional.of(
          new Argument(SOURCE_ROUTE.matcher(mailbox.strip()).replaceFirst(""), parameters));
    }
  }
}
