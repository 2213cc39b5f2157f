package org.caucus.mail.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.auth.dmarc.Dmarc;

/**
 * One Authentication-Results value (RFC 8601 section 2.2), as far as DMARC (RFC 7489) and SPF (RFC
 * 7208) are concerned. One that is not of that form proves nothing: its host wrote into it what a
 * sender chose, and where that begins and ends cannot be told.
 */
public final class AuthenticationResults {
  private static final Pattern METHOD =
      Pattern.compile("([a-z][a-z0-9-]{0,30}+)(?:/1)?=([a-z]{1,20})");
  private static final Pattern PROPERTY =
      Pattern.compile("([a-z][a-z0-9-]{0,30}+(?:\\.[a-z0-9_-]{1,40}+)?)=(.{1,1000})");

  /** What a host says of a letter's author's policy; nothing else stands beside that answer. */
  private static final Pattern OF_DMARC =
      Pattern.compile("header\\.from|policy\\.[a-z0-9_-]{1,40}|reason|action|p|sp|pct|dis");

  private static final String NONE = "none";

  private final String author;
  private final boolean broken;
  private final List<Answer> answers = new ArrayList<>();

  /** What one method found. */
  private record Answer(String method, String result, Map<String, String> properties) {}

  /** Reads one. */
  public AuthenticationResults(String value) {
    Optional<String> bare = CommentStripper.of(value).map(text -> text.toLowerCase(Locale.ROOT));
    String[] parts = bare.orElse("").split(";", -1);
    String[] wrote = parts[0].strip().split(" ", -1);
    this.author = unquoted(wrote[0]);
    boolean read = bare.isPresent() && isOfVersion(wrote);
    for (int i = 1; i < parts.length; i++) {
      read &= reads(parts[i].strip());
    }
    this.broken = !read;
  }

  /** After its name a host may write the version of the form, of which there is one. */
  private static boolean isOfVersion(String[] wrote) {
    return wrote.length == 1 || (wrote.length == 2 && wrote[1].equals("1"));
  }

  private boolean reads(String part) {
    if (part.isEmpty() || part.equals(NONE)) {
      return true;
    }
    String[] words = part.split(" ", -1);
    Matcher method = METHOD.matcher(words[0]);
    if (!method.matches()) {
      return false;
    }
    Map<String, String> properties = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      Matcher property = PROPERTY.matcher(words[i]);
      if (!property.matches()
          || properties.put(property.group(1), unquoted(property.group(2))) != null) {
        return false;
      }
    }
    answers.add(new Answer(method.group(1), method.group(2), properties));
    return !method.group(1).equals("dmarc")
        || properties.entrySet().stream().allMatch(AuthenticationResults::isOfDmarc);
  }

  private static boolean isOfDmarc(Map.Entry<String, String> property) {
    return OF_DMARC.matcher(property.getKey()).matches()
        && (property.getKey().equals("header.from") || property.getValue().indexOf('@') < 0);
  }

  private static String unquoted(String word) {
    return word.replace("\"", "");
  }

  /** The name of the host that wrote it. */
  public String author() {
    return author;
  }

  /** Whether it is not of the form that it must have, so that nothing in it counts. */
  public boolean isBroken() {
    return broken;
  }

  /** The From domain that passed DMARC; empty if none did, or if there is more than one answer. */
  public Optional<String> proven() {
    return passed("dmarc", "header.from");
  }

  /**
   * The envelope's domain that passed SPF; empty if none did, if there is more than one answer, or
   * if the host looked at DMARC: it knows better what follows.
   */
  public Optional<String> envelope() {
    return answers.stream().noneMatch(a -> a.method().equals("dmarc"))
        ? sender()
        : Optional.empty();
  }

  /** Whether the letter is not from the domain that it names, as far as the host found out. */
  public boolean isDenied() {
    List<Answer> dmarc = answers.stream().filter(a -> a.method().equals("dmarc")).toList();
    return !broken && dmarc.stream().anyMatch(a -> a.result().equals("fail")) && dmarc.size() == 1;
  }

  /** Whether the host that brought the letter may send for this domain, or a relative of it. */
  public boolean isSentFor(String domain) {
    return sender().filter(s -> isOf(s, domain)).isPresent();
  }

  /** Whether a domain is this one, or a relative of it. */
  public static boolean isOf(String sender, String domain) {
    return sender.equals(domain) || Dmarc.areRelated(sender, domain);
  }

  /** Whether it says anything of who may send for the envelope's domain. */
  public boolean saysOfSpf() {
    return answers.stream().anyMatch(a -> a.method().equals("spf"));
  }

  private Optional<String> sender() {
    return passed("spf", "smtp.mailfrom");
  }

  private Optional<String> passed(String method, String property) {
    List<Answer> those = answers.stream().filter(a -> a.method().equals(method)).toList();
    return broken || those.size() != 1 || !those.getFirst().result().equals("pass")
        ? Optional.empty()
        : Optional.ofNullable(those.getFirst().properties().get(property))
            .map(of -> of.substring(of.lastIndexOf('@') + 1));
  }
}
