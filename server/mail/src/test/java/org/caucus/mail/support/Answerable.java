package org.caucus.mail.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;

/**
 * Every address of ours at the head of a letter that leaves takes mail. The set-ups of tests ask
 * this of all letters that they sent, when they are closed.
 */
public final class Answerable {
  /** Fields that a mail program answers to, or offers a button for. */
  private static final List<String> ADDRESSES = List.of("From", "Reply-To", "Sender");

  private static final Pattern MAILTO = Pattern.compile("<mailto:([^?>]+)[^>]*>");

  private Answerable() {}

  /** The addresses of this domain, each with the fields in which it stood. */
  public static Map<MailAddress, Set<String>> in(Collection<RawLetter> letters, String domain) {
    Map<MailAddress, Set<String>> found = new LinkedHashMap<>();
    for (RawLetter letter : letters) {
      for (String field : ADDRESSES) {
        letter.values(field).stream()
            .flatMap(value -> NamedAddress.parseList(value).stream())
            .map(NamedAddress::address)
            .filter(a -> a.asciiDomain().equalsIgnoreCase(domain))
            .forEach(a -> found.computeIfAbsent(a, k -> new TreeSet<>()).add(field));
      }
      for (String field : letter.names()) {
        if (field.regionMatches(true, 0, "List-", 0, "List-".length())) {
          Matcher link = MAILTO.matcher(letter.value(field).orElse("").replaceAll("\\s", ""));
          while (link.find()) {
            MailAddress.parse(link.group(1))
                .filter(a -> a.asciiDomain().equalsIgnoreCase(domain))
                .ifPresent(a -> found.computeIfAbsent(a, k -> new TreeSet<>()).add(field));
          }
        }
      }
    }
    return found;
  }

  /** Fails with those that do not. */
  public static void check(
      Collection<RawLetter> letters, String domain, Predicate<MailAddress> takesMail) {
    Map<MailAddress, Set<String>> refused =
        in(letters, domain).entrySet().stream()
            .filter(e -> !takesMail.test(e.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(refused).as("addresses in letters that take no mail").isEmpty();
  }
}
