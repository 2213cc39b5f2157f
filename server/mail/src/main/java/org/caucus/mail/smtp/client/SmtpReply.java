package org.caucus.mail.smtp.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reply of a host, RFC 5321 section 4.2.
 *
 * @param code three digits
 * @param lines the text of each line, without code
 */
record SmtpReply(int code, List<String> lines) {
  private static final int MAX_LINES = 200;
  private static final int USUAL_LINE_OCTETS = 128;
  private static final int MAX_LINE_OCTETS = 2_048;
  private static final int MAX_TEXT_CHARS = 1_000;
  private static final int CLOSING = 421;
  private static final int CODE_DIGITS = 3;
  private static final Pattern ENHANCED =
      Pattern.compile("([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?: (.*))?");

  static SmtpReply read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>(1);
    while (true) {
      String line = readLine(in);
      if (!isReply(line) || lines.size() == MAX_LINES) {
        throw new ProtocolException("the host does not answer in SMTP");
      }
      lines.add(line.length() > CODE_DIGITS ? line.substring(CODE_DIGITS + 1) : "");
      if (line.length() == CODE_DIGITS || line.charAt(CODE_DIGITS) == ' ') {
        return new SmtpReply(Integer.parseInt(line, 0, CODE_DIGITS, 10), List.copyOf(lines));
      }
    }
  }

  /** Three digits, and nothing or a blank or a hyphen after them. */
  private static boolean isReply(String line) {
    return line.length() >= CODE_DIGITS
        && line.indexOf('\r') < 0
        && line.charAt(0) >= '2'
        && line.charAt(0) <= '5'
        && isDigit(line.charAt(1))
        && isDigit(line.charAt(2))
        && (line.length() == CODE_DIGITS || " -".indexOf(line.charAt(CODE_DIGITS)) >= 0);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Demands that the host agreed to a step without which nothing can be sent. */
  void mustBePositive(String step) throws ProtocolException {
    if (!isPositive()) {
      throw new ProtocolException("the host answered " + code + " to " + step);
    }
  }

  boolean isPositive() {
    return code < 300;
  }

  boolean isIntermediate() {
    return code >= 300 && code < 400;
  }

  /** The host announces that it closes the connection. */
  boolean isClosing() {
    return code == CLOSING;
  }

  /** The reply as the fate of a recipient. */
  RecipientOutcome outcome() {
    Matcher matcher = ENHANCED.matcher(lines.getFirst());
    boolean given = matcher.matches();
    String generic = (isPositive() ? "2" : code < 500 ? "4" : "5") + ".0.0";
    String enhanced = given ? matcher.group(1) : generic;
    String text = String.join(" ", lines);
    String words = given ? text.substring(matcher.end(1)).strip() : text;
    String bounded = words.length() > MAX_TEXT_CHARS ? words.substring(0, MAX_TEXT_CHARS) : words;
    if (isPositive()) {
      return new RecipientOutcome.Accepted(code, enhanced, bounded);
    }
    return code < 500
        ? new RecipientOutcome.TryLater(code, enhanced, bounded)
        : new RecipientOutcome.Rejected(code, enhanced, bounded);
  }

  private static String readLine(InputStream in) throws IOException {
    byte[] line = new byte[USUAL_LINE_OCTETS];
    int length = 0;
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("the host closed the connection");
      }
      if (length == MAX_LINE_OCTETS) {
        throw new ProtocolException("a reply line is longer than " + MAX_LINE_OCTETS + " octets");
      }
      line = length < line.length ? line : Arrays.copyOf(line, 2 * length);
      line[length++] = (byte) octet;
    }
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, 0, end, StandardCharsets.UTF_8);
  }
}
